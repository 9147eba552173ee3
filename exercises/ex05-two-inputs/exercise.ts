import {
  type ArgsOf,
  args,
  courseSlope,
  curedBy,
  equal,
  exercise,
  inReach,
  known,
  named,
  roughSlopes,
  type SlopeOf,
  scalar,
  sigmas,
  times,
  tuple,
} from "../../grader/exercise/form.ts";
import { ofSum } from "../../reference/differentiation/many-inputs.ts";
import { measuredGradient } from "../../reference/differentiation/measured.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";

const two = args(
  { x: scalar("first input"), y: scalar("second input"), sigma: known(sigmas, "function of one number, σ") },
  {
    // Everywhere that a right or a wrong answer measures: in reach, and off the kink of leaky ReLU.
    accepts: ({ x, y, sigma }) =>
      [x, y, x + y, functionOf(sigma).value(x + y)].every(inReach(4)) &&
      Math.abs(functionOf(sigma).slope(x + y)) > 0.01,
  },
);
type Two = ArgsOf<typeof two>;

const forward = ({ x, y, sigma }: Two): number => functionOf(sigma).value(x + y);
const slope = ({ sigma }: Two, at: number): number => courseSlope(functionOf(sigma).value, at);
/** Both partial derivatives, by a slope that is measured. */
const measured = ({ x, y, sigma }: Two, slopeOf: SlopeOf): [number, number] => {
  const there = slopeOf(functionOf(sigma).value, x + y);
  return [there, there];
};
const sigmoid = named("sigmoid");

const multipleInputsAdd = two.answer({
  says: "A function of the sum of two inputs.",
  formula: String.raw`f(x, y) = \sigma(x + y)`,
  returns: scalar("σ(x + y)"),
  is: ({ x, y, sigma }) => ofSum(x, y, sigma),
  example: { x: 1, y: 2, sigma: named("square") },
  edges: {
    "the source's example": { given: { x: 3, y: 4, sigma: sigmoid }, says: "The sigmoid of 7 is 0.99909." },
    "opposite inputs": {
      given: { x: 2.5, y: -2.5, sigma: sigmoid },
      says: "They cancel. The sigmoid of 0 is a half.",
    },
    "a large sum": {
      given: { x: 400, y: 400, sigma: sigmoid },
      says: "Far to the right the sigmoid is 1 in floating point.",
    },
  },
  laws: {
    "the inputs may be exchanged: f(x, y) = f(y, x)": (f, { x, y }) => equal(f({ x: y, y: x }), f()),
    "what is taken from y and given to x changes nothing: f(x + 1, y − 1) = f(x, y)": (f, { x, y }) =>
      equal(f({ x: x + 1, y: y - 1 }), f()),
    "with σ(u) = u it is the sum": (f, { x, y }) => equal(f({ sigma: named("identity") }), num(x).plus(y)),
  },
  mistakes: curedBy(1, {
    "sigma-of-each": {
      is: ({ x, y, sigma }) => functionOf(sigma).value(x) + functionOf(sigma).value(y),
      says: "This is σ(x) + σ(y). The inputs are added first, and σ is taken once, of the sum.",
    },
    "sigma-forgotten": {
      is: ({ x, y }) => x + y,
      says: "This is the sum itself. It still has to go through σ.",
    },
    "product-for-sum": {
      is: ({ x, y, sigma }) => functionOf(sigma).value(x * y),
      step: 5,
      says: "This is σ(x·y). The inputs are added, not multiplied.",
    },
  }),
});

const multipleInputsAddBackward = two.answer<[number, number]>({
  says: "How a function of the sum of two inputs follows either of them.",
  formula: String.raw`\partial f / \partial x, \; \partial f / \partial y \text{ of } f(x, y) = \sigma(x + y)`,
  returns: tuple<[number, number]>(
    [scalar("∂f/∂x"), scalar("∂f/∂y")],
    "both partial derivatives, [∂f/∂x, ∂f/∂y]",
  ),
  is: ({ x, y, sigma }) => measuredGradient((call) => ofSum(x, y, sigma, call), [x, y]),
  example: { x: 1, y: 2, sigma: named("square") },
  edges: {
    "the source's example": {
      given: { x: 3, y: 4, sigma: sigmoid },
      says: "At 7 the sigmoid has the slope 0.00091022, and both inputs move it alike.",
    },
    "opposite inputs": {
      given: { x: 2.5, y: -2.5, sigma: sigmoid },
      says: "The sum is 0, where the sigmoid has its largest slope, a quarter.",
    },
    "a large sum": {
      given: { x: 400, y: 400, sigma: sigmoid },
      says: "Far to the right the sigmoid is flat, and neither input moves it.",
    },
  },
  laws: {
    "both partial derivatives are equal, whatever σ is": (f) => {
      const [dx, dy] = f();
      return equal(dx, dy);
    },
    "only the sum counts: at (x + 1, y − 1) they are what they are at (x, y)": (f, { x, y }) =>
      equal(f({ x: x + 1, y: y - 1 }), f()),
    "with σ(u) = u both are 1": (f) => equal(f({ sigma: named("identity") }), [1, 1]),
    "with σ(u) = 1.5·u² − 2·u both are 3·(x + y) − 2": (f, { x, y }) => {
      const right = num(x).plus(y).times(3).minus(2);
      return equal(f({ sigma: named("quadratic", 1.5, -2, 0) }), [right, right]);
    },
  },
  mistakes: {
    "product-rule-for-a-sum": {
      is: (at) => [at.y * slope(at, at.x + at.y), at.x * slope(at, at.x + at.y)],
      step: 5,
      says: "The slopes are multiplied by the other input. That belongs to a product x·y; a sum follows each of its terms one to one.",
    },
    "sigma-slope-forgotten": {
      is: () => [1, 1],
      step: 3,
      says: "These are the slopes of the sum alone. What the sum does is stretched by σ: its slope is a factor of both.",
    },
    "slope-at-the-output": {
      is: (at) => {
        const there = slope(at, forward(at));
        return [there, there];
      },
      step: 4,
      says: "The slope of σ is taken at σ(x + y), which is what comes out of σ. It belongs at x + y, which goes in.",
    },
    "slope-at-each-input": {
      is: (at) => [slope(at, at.x), slope(at, at.y)],
      step: 4,
      says: "The slopes of σ are taken at x and at y. σ gets neither of them, it gets x + y.",
    },
    ...roughSlopes(3, measured),
    "value-for-slope": {
      is: (at) => [forward(at), forward(at)],
      step: 3,
      says: "This is σ itself. How fast it changes is its slope, σ′(x + y).",
    },
    "sigmoid-slope-for-any": {
      is: (at) => {
        const s = forward(at);
        return [s * (1 - s), s * (1 - s)];
      },
      step: 3,
      says: "This is σ(1 − σ), the slope of the sigmoid alone. σ can be any function here: measure its slope.",
    },
    "times-its-own-input": {
      is: (at) => [at.x * slope(at, at.x + at.y), at.y * slope(at, at.x + at.y)],
      step: 2,
      says: "Each slope is multiplied by its own input. The sum grows by 1 with x, wherever x is: that factor is 1.",
    },
    "both-paths-added": {
      is: times(2),
      step: 2,
      says: "Each is twice as large as it should be: that is both inputs moving at once. A partial derivative moves one and lets the other rest.",
    },
  },
});

export default exercise({
  title: "Two inputs: add, then a function",
  unit: 1,
  source: "09.1 Deep Learning – Neural Network, 1.2.6",
  requires: ["ex02", "ex04"],
  derivation: "two-inputs",
  minutes: 15,
  points: 15,
  symbols: { f: "σ(x + y)" },
  functions: { multipleInputsAdd, multipleInputsAddBackward },
  nouns: { h: "the step h", deriv: "the central difference", slope: "the slope of σ" },
  hints: [
    "Hold y and move x by a little. By how much does the sum move? And by how much if y moves instead?",
    "What a change of x does to the sum is a factor of 1. The sum then goes through σ: which slope stretches it there, and at which number is that slope taken?",
    "Both partial derivatives are the same number, σ′(x + y): measure it with deriv(sigma, x + y), and give it twice.",
  ],
});
