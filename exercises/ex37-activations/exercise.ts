import { equal, exercise, matrix, rows } from "../../grader/exercise/form.ts";
import { activated, weightedActivation } from "../../reference/networks/activations.ts";
import { sum } from "../../reference/numbers/num.ts";
import { combined } from "../../reference/numbers/tracked.ts";
import { around, backward, each, farOut, forward, smooth } from "./args.ts";
import { slopeLaws, valueLaws } from "./laws.ts";
import { backwardMistakes, slopeMistakes, valueMistakes } from "./mistakes.ts";

const at = (name: string, Z: number[][]) => ({ name, Z });
const overflowed = "e^800 is Infinity, and Infinity/Infinity is NaN.";
const saturated = rows([800, -800], [40, -40]);
const zero = rows([0, 0], [0, 0]);

const activation = forward.answer({
  says: "The activation of every entry. No entry may give NaN but NaN itself.",
  formula: "A = g(Z)",
  returns: matrix("n k", "A, in the shape of Z"),
  is: ({ name, Z }) => activated(name, Z),
  example: at("relu", around),
  edges: {
    "far out on tanh": {
      given: at("tanh", farOut),
      says: "tanh is 1 far to the right and −1 far to the left.",
      ifNaN: overflowed,
    },
    "far out on the sigmoid": {
      given: at("sigmoid", farOut),
      says: "The sigmoid is 1 far to the right and 0 far to the left.",
      ifNaN: overflowed,
    },
    "ReLU of 0 and of NaN": {
      given: at("relu", rows([0, Number.NaN], [-2, 3])),
      says: "At its kink ReLU is 0, and NaN is passed on, not hidden.",
    },
    "the identity": { given: at("identity", around), says: "All comes through as it is." },
    "leaky ReLU": { given: at("leakyRelu", around), says: "A fifth of what is negative comes through." },
    "one entry": { given: at("tanh", [[0.5]]), says: "One entry stays a matrix of one row." },
  },
  laws: valueLaws,
  mistakes: valueMistakes,
});

const activationPrime = smooth.gradient({
  says: "The derivative of the activation at every entry. At 0 the slope of ReLU is 0, that of leaky ReLU 0.2.",
  formula: "g'(Z)",
  of: { "the sum of g(Z)": ({ name, Z }) => sum(activated(name, Z).flat()) },
  by: "Z",
  gives: "g′ at each entry of Z",
  example: at("relu", around),
  edges: {
    "the kink of ReLU": {
      given: at("relu", rows([0, 1], [-1, 0])),
      expected: rows([0, 1], [0, 0]),
      says: "At 0 there is no one slope; here it is that of the left side, 0.",
    },
    "the kink of leaky ReLU": {
      given: at("leakyRelu", rows([0, 1], [-1, 0])),
      expected: rows([0.2, 1], [0.2, 0.2]),
      says: "At 0 there is no one slope; here it is that of the left side, 0.2.",
    },
    "a saturated tanh": {
      given: at("tanh", saturated),
      says: "Far out tanh is flat: the slope is 0, up to rounding.",
      ifNaN: overflowed,
    },
    "a saturated sigmoid": {
      given: at("sigmoid", rows([800, -800], [0, 800])),
      says: "Far out the sigmoid is flat: the slope is 0.",
      ifNaN: overflowed,
    },
    "the identity": { given: at("identity", around), says: "Its slope is 1 everywhere." },
    "the middle of tanh": { given: at("tanh", [[0, 0.5, -1]]), says: "At 0 the slope of tanh is 1." },
  },
  laws: slopeLaws,
  mistakes: slopeMistakes,
});

const activationBackward = backward.gradient({
  says: "How the loss follows the net inputs, from how it follows the activations.",
  formula: String.raw`\partial L / \partial Z \text{ from } \partial L / \partial A, \quad A = g(Z)`,
  of: { "the loss": ({ name, Z, dA }) => weightedActivation(name, Z, dA) },
  by: "Z",
  gives: "∂L/∂Z, in the shape of Z",
  example: { ...at("relu", around), dA: rows([4, 5], [6, 7]) },
  edges: {
    "dA = 0": {
      given: { ...at("tanh", around), dA: zero },
      says: "A loss that does not follow A does not follow Z.",
    },
    "the kink of ReLU": {
      given: { ...at("relu", rows([0, 1], [-1, 2])), dA: rows([3, -2], [5, 1]) },
      expected: rows([0, -2], [0, 1]),
      says: "At 0 the slope of ReLU is 0, and nothing passes.",
    },
    "leaky ReLU": {
      given: { ...at("leakyRelu", around), dA: rows([4, 5], [6, 7]) },
      says: "A fifth of what comes back to a negative net input passes.",
    },
    "the middle of tanh": {
      given: { ...at("tanh", [[0, 0.5, -1]]), dA: [[3, 2, -1]] },
      says: "At 0 the slope of tanh is 1, and all of dA passes.",
    },
    "a saturated tanh": {
      given: { ...at("tanh", saturated), dA: rows([1, -2], [3, 4]) },
      says: "Where tanh is flat nothing passes, up to rounding.",
      ifNaN: overflowed,
    },
    "one entry": { given: { ...at("sigmoid", [[0]]), dA: [[2]] }, says: "A quarter of dA passes at 0." },
  },
  laws: {
    "twice one dA less another one gives twice the one answer less the other": (f, { dA }, { draw }) => {
      const others = each(dA, () => draw.real());
      const mixed = each(dA, (d, i, j) => 2 * d - others[i]![j]!);
      return equal(
        f({ dA: mixed }),
        combined([f(), f({ dA: others })], (r) => (r === 0 ? 2 : -1)),
      );
    },
    "with ones for dA it is the slope itself": (f, { name, Z }, { ask }) =>
      equal(f({ dA: each(Z, () => 1) }), ask(activationPrime, { name, Z })),
    "the identity passes dA on as it is": (f, { dA }) => equal(f({ name: "identity" }), dA),
    "ReLU stops all that comes back to a negative net input": (f, { Z }) =>
      equal(
        f({ name: "relu", Z: each(Z, (z) => -Math.abs(z)) }),
        each(Z, () => 0),
      ),
    "entry by entry: dA and Z may both be turned upside down": (f, { Z, dA }) =>
      equal(f({ Z: Z.toReversed(), dA: dA.toReversed() }), f().toReversed()),
  },
  mistakes: backwardMistakes,
});

export default exercise({
  title: "Activation functions and their derivatives",
  unit: 6,
  source:
    "Machine Learning Visualized, 0.7.10; Building FeedForward Networks with Pytorch, class ReLU and class Sigmoid",
  requires: ["ex14", "ex01"],
  derivation: "activations",
  minutes: 35,
  symbols: { n: "number of examples", k: "number of units of the layer" },
  functions: { activation, activationPrime, activationBackward },
  nouns: { slope: "the slope", value: "the activation", sigmoid: "the sigmoid" },
  hints: [
    "Write down the five functions and their five slopes at 2, at −2 and at 0. Which of the slopes can you read off the value alone, and what does your tanh give at 800?",
    "tanh is a quotient of exponentials; the quotient rule leaves 1 less its square. And on the way back: one entry of Z moves one entry of A, by g′ times as much. How much does the loss follow then?",
    "With t = Math.tanh(z) the slope is 1 − t·t; with s = σ(z) it is s·(1 − s); for ReLU z > 0 ? 1 : 0, for leaky ReLU z > 0 ? 1 : 0.2. Backward: entry (i, j) is dA[i][j] times the slope at Z[i][j].",
  ],
});
