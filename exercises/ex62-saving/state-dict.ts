/** Parameters as a text. */
import { claim, rows, text } from "../../grader/exercise/form.ts";
import { compactState, holdsState, stateText } from "../../reference/data/state-dict.ts";
import { eachNumber, type Params, reversed, saved } from "./args.ts";
import { savedMistakes } from "./mistakes.ts";

const shown: Params = {
  "layer1.weight": rows([0.5, -1], [2, 0]),
  "layer1.bias": [1, -0.25],
};
const holds = (answer: unknown, params: Params) =>
  claim(holdsState(answer as string, params), "a text in JSON with these names and numbers");

export const stateDict = saved.answer<string>({
  says: "All parameters as a text in JSON: an object with the same names, a vector as a list, a matrix as a list of rows.",
  returns: text("the text, from which every number comes back to the last bit", {}),
  is: (_, { params }) => stateText(params),
  // Any order, any spaces: what counts is what the text holds.
  align: (yours, expected, { params }) =>
    holdsState(yours, params) ? expected : compactState(yours, params),
  example: { params: shown },
  edges: {
    "−0": { given: { params: { b: [-0, 0] } }, says: "0 and −0 are two numbers, and both come back." },
    "digits to the last": {
      given: { params: { b: [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, 2 ** 53 - 1] } },
      says: "All digits are written, however large or small the number.",
    },
    "a name with quotation marks": {
      given: { params: { 'the "first"': [1], "back\\slash": [2] } },
      says: 'In JSON a quotation mark within a name is written \\", a backslash \\\\.',
    },
    "no parameters": { given: { params: {} }, says: "Without names the object is empty: {}." },
    "NaN among the parameters": {
      given: { params: { w: [[1, Number.NaN]], b: [0] } },
      mayThrow: true,
      says: "JSON has no NaN, and JSON.stringify would write null. Throw, or write it in a way of your own, such as a text.",
    },
    "an infinite parameter": {
      given: { params: { b: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] } },
      mayThrow: true,
      says: "JSON has no Infinity, and JSON.stringify would write null. Throw, or write it in a way of your own, such as a text.",
    },
  },
  laws: {
    "the text holds the names and the numbers, to the last bit": (f, { params }) => holds(f(), params),
    "the order of the names does not matter": (f, { params }) =>
      holds(f({ params: reversed(params) }), params),
    "saving again what was saved with other numbers holds the other numbers": (f, { params }) => {
      const others = eachNumber(params, (x) => 1 - x);
      f();
      return holds(f({ params: others }), others);
    },
  },
  mistakes: savedMistakes,
});
