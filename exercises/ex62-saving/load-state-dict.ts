/** Parameters out of a text. */
import { equal, rows, tensors } from "../../grader/exercise/form.ts";
import { stateOf, stateText } from "../../reference/data/state-dict.ts";
import { linearForward } from "../../reference/networks/dense-layer.ts";
import { lift, type Tracked } from "../../reference/numbers/tracked.ts";
import { bitExact, eachNumber, hardOrAny, loading, type Params, reversed } from "./args.ts";
import { loadingMistakes } from "./mistakes.ts";

const own: Params = {
  "layer1.weight": rows([1, 2], [3, 4]),
  "layer1.bias": [5, 6],
};
export const shownText = '{"layer1.weight":[[0.5,-1],[2,0]],"layer1.bias":[1,-0.25]}';
const refused = (json: string, says: string, from: Params = own) => ({
  given: { own: from, json },
  throws: true as const,
  says,
});

export const loadStateDict = loading.answer<Params>({
  says: "The parameters that a text of stateDict holds. Throws where names or shapes are not those of own, and where an entry is no number.",
  formula: String.raw`\text{load}(\text{save}(\theta)) = \theta`,
  returns: tensors("the loaded parameters, in new lists", () => ({})),
  is: (_, { json }) => lift(stateOf(json)) as Tracked,
  example: { own, json: shownText },
  edges: {
    "names in another order": {
      given: { own: reversed(own), json: shownText },
      says: "A parameter is found by its name, wherever it stands.",
    },
    "numbers that are hard to write": {
      given: { own: { w: [0, 0, 0, 0] }, json: '{"w":[-0,5e-324,0.30000000000000004,1e+21]}' },
      says: "They come back as they are, −0 with its sign.",
    },
    "no parameters": { given: { own: {}, json: "{}" }, says: "Without names there is nothing to load: {}." },
    "a name that objects know": {
      given: { own: { constructor: [1], toString: [2, 3] }, json: '{"toString":[0.5,1],"constructor":[4]}' },
      says: "Any text can be a name, constructor and toString, too.",
    },
    "a name is missing": refused('{"layer1.weight":[[0.5,-1],[2,0]]}', "The text has no layer1.bias."),
    "a name too many": refused(
      '{"layer1.weight":[[0.5,-1],[2,0]],"layer1.bias":[1,-0.25],"layer2.bias":[1]}',
      "own has no layer2.bias.",
    ),
    "constructor is missing": refused("{}", "The text has no constructor of its own.", { constructor: [1] }),
    "constructor is one too many": refused(
      '{"w":[1],"constructor":[2]}',
      "own has no constructor of its own.",
      { w: [0] },
    ),
    "the name of the prototype is one too many": refused(
      '{"w":[1],"__proto__":[2]}',
      "own has no `__proto__` of its own.",
      { w: [0] },
    ),
    "rows and columns exchanged": refused('{"w":[[1,2],[3,4],[5,6]]}', "own.w is 2 × 3, the text's 3 × 2.", {
      w: rows([0, 0, 0], [0, 0, 0]),
    }),
    "a flat matrix": refused('{"w":[1,2,3,4]}', "own.w is a matrix, the text has a list of its numbers.", {
      w: rows([0, 0], [0, 0]),
    }),
    "a matrix for a vector": refused('{"b":[[1],[2]]}', "own.b is a vector of 2, the text has a column.", {
      b: [0, 0],
    }),
    "a row too short": refused(
      '{"w":[[1,2],[3]]}',
      "The second row of own.w has two numbers, the text's one.",
      {
        w: rows([0, 0], [0, 0]),
      },
    ),
    "a number too few": refused('{"b":[1]}', "own.b has two numbers, the text one.", { b: [0, 0] }),
    "a number too many": refused('{"b":[1,2,3]}', "own.b has two numbers, the text three.", { b: [0, 0] }),
    "null for a number": refused(
      '{"b":[1,null]}',
      "null is no number. JSON.stringify writes it for a parameter that was ruined.",
      { b: [0, 0] },
    ),
    "an object for a list": refused(
      '{"b":{"0":1,"1":2,"length":2}}',
      "A list is asked for, and this is an object.",
      { b: [0, 0] },
    ),
    "a list for an object": refused("[]", "The text is a list and has no names.", { b: [0, 0] }),
  },
  laws: {
    "what is loaded is what was saved, bit for bit": (f, { own }, { draw }) => {
      const theta = eachNumber(own, () => hardOrAny(draw));
      return bitExact(f({ json: stateText(theta) }), theta);
    },
    "the order of the names does not matter": (f, { json }) =>
      bitExact(f({ json: stateText(reversed(stateOf(json) as Params)) }), stateOf(json)),
    "of own, names and shapes count, and no number": (f, { own }) =>
      equal(f({ own: eachNumber(own, () => 0) }), f()),
    "a layer with what was loaded gives what the saved one gives": (f, { json }, { draw }) => {
      const { "layer1.weight": W, "layer1.bias": b } = f();
      const saved = lift(stateOf(json));
      const X = lift([draw.list((W![0] as unknown[]).length, () => draw.real())]);
      return equal(
        linearForward(X, W as never, b as never),
        linearForward(X, saved["layer1.weight"] as never, saved["layer1.bias"] as never),
      );
    },
  },
  mistakes: loadingMistakes,
});
