import {
  atMost,
  claim,
  equal,
  exercise,
  record,
  rows,
  scalar,
  tuple,
  vector,
} from "../../grader/exercise/form.ts";
import { fitPerceptron, perceptronUpdate } from "../../reference/linear-models/perceptron.ts";
import { dot, sum } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { classOf, netInput, oneExample, type Training, training } from "./args.ts";
import { ofTraining, ofUpdate } from "./mistakes.ts";

const xor = {
  X: rows([0, 0], [0, 1], [1, 0], [1, 1]),
  y: [0, 1, 1, 0],
};

/**
 * Examples that a hyperplane through 0 separates: each is moved away from it along the normal, by half the largest
 * entry or more, so that few passes are enough. The start is zero.
 */
function separable({ X }: Training) {
  const largest = Math.max(1, ...X.flat().map(Math.abs));
  const gap = 2 ** (Math.ceil(Math.log2(largest)) - 1);
  const normal = X[0]!.map((_, j) => (j % 2 === 0 ? gap : -gap));
  const y = X.map((x) => classOf({ w: normal, b: 0, x }));
  const apart = X.map((x, i) => x.map((xj, j) => xj + (y[i] === 1 ? normal[j]! : -normal[j]!)));
  const squaredRadius = Math.max(...apart.map((x) => netInput(x, 1, x)));
  // (normal, 0) separates with margin γ ≥ ‖normal‖.
  const corrections = Math.floor(squaredRadius / netInput(normal, 0, normal) + 1e-9);
  return { data: { X: apart, y, w0: normal.map(() => 0), b0: 0, nIter: corrections + 2 }, corrections };
}

export default exercise({
  title: "The perceptron learning rule",
  unit: 4,
  source: "Building FeedForward Networks with Pytorch, “The perceptron learning rule” and class Perceptron",
  requires: ["ex20"],
  derivation: "perceptron",
  minutes: 40,
  symbols: { n: "number of examples", m: "number of features" },
  functions: {
    perceptronUpdate: oneExample.answer({
      says: "Weights and bias after one example of the perceptron learning rule, for classes 0 and 1. The boundary z = 0 is class 1. The prediction is made once, before w and b change.",
      formula: String.raw`z = w \cdot x + b, \quad \hat y = 1 \text{ if } z \ge 0, \text{ else } 0`,
      returns: tuple(
        [vector("m", "new weights"), scalar("new bias")],
        "the new weights and the new bias, a pair",
      ),
      is: ({ w, b, x, lr }, { target }) => {
        const after = perceptronUpdate({ w, b }, x, target, lr);
        return [after.w, after.b];
      },
      example: { w: [1, -1], b: 0.5, x: [2, 3], target: 1, lr: 0.5 },
      features: {
        "the prediction is 0": (given) => classOf(given) === 0,
        "the prediction is wrong": (given) => classOf(given) !== given.target,
        "z is 0": ({ w, b, x }) => netInput(w, b, x) === 0,
      },
      edges: {
        "on the boundary, class 1": {
          given: { w: [1, -0.5], b: 1, x: [-2, -2], target: 1, lr: 0.5 },
          says: "z = 0 is class 1, so the prediction is right and nothing changes.",
        },
        "on the boundary, class 0": {
          given: { w: [1, -0.5], b: 1, x: [-2, -2], target: 0, lr: 0.5 },
          says: "z = 0 is class 1, so the prediction is wrong and w and b move down.",
        },
        "missed class 1": {
          given: { w: [1, 0], b: -2, x: [1, 3], target: 1, lr: 0.25 },
          says: "y − ŷ = 1: the bias goes up by η.",
        },
        "missed class 0": {
          given: { w: [1, 0], b: 2, x: [1, 3], target: 0, lr: 0.25 },
          says: "y − ŷ = −1: the bias goes down by η.",
        },
        "zero start": {
          given: { w: [0, 0, 0], b: 0, x: [1, 2, 3], target: 0, lr: 0.5 },
          says: "A start at zero lies on the boundary for every example, and that is class 1.",
        },
        "learning rate 0": {
          given: { w: [1, 2], b: -4, x: [1, 1], target: 1, lr: 0 },
          says: "The prediction is wrong, yet a step of length 0 moves nothing.",
        },
        "one feature": {
          given: { w: [0.5], b: -2, x: [2], target: 1, lr: 1 },
          says: "z = 0.5·2 − 2 = −1: a missed class 1, with a single weight to move.",
        },
      },
      laws: {
        "no change when the prediction is right": (f, given) =>
          equal(f({ target: classOf(given) }), [given.w, given.b]),
        "a misclassified example is pushed toward its class: ±z grows by η(‖x‖² + 1)": (f, given) => {
          const { w, b, x, lr } = lift(given);
          const predicted = classOf(given);
          const [after, bias] = f({ target: 1 - predicted });
          const grown = dot(after, x).plus(bias).minus(dot(w, x).plus(b));
          return equal(grown.times(predicted === 1 ? -1 : 1), dot(x, x).plus(1).times(lr));
        },
      },
      mistakes: ofUpdate,
    }),
    fitPerceptron: training.answer({
      says: "Trains a perceptron: nIter passes over the examples in the given order, one update an example. All passes are made, also after one without an error.",
      returns: record(
        {
          w: vector("m", "weights after the last pass"),
          b: scalar("bias after the last pass"),
          errors: vector("nIter", "examples misclassified when their turn came, pass by pass", {
            domain: "integer",
          }),
        },
        "weights, bias and errors after nIter passes",
      ),
      is: ({ X, w0, b0, lr }, { y, nIter }) => ({ ...fitPerceptron(X, y, { w: w0, b: b0 }, lr, nIter) }),
      example: {
        X: rows([2, 1], [-1, 1], [1, -2]),
        y: [1, 0, 0],
        w0: [0, 0],
        b0: 0,
        lr: 0.5,
        nIter: 3,
      },
      edges: {
        "not separable": {
          given: { ...xor, w0: [0, 0], b0: 0, lr: 1, nIter: 10 },
          says: "XOR is never learned; the training ends after nIter passes.",
        },
        "an example on the boundary": {
          given: { X: [[1, 1]], y: [0], w0: [0.5, -0.5], b0: 0, lr: 1, nIter: 2 },
          says: "z = 0 is class 1: the first pass makes one error, the second none.",
        },
        "an order of the examples": {
          given: { X: [[1], [-2], [3]], y: [1, 0, 0], w0: [0], b0: 0, lr: 1, nIter: 1 },
          says: "The examples take their turns in the order of the rows.",
        },
        "the reverse order": {
          given: { X: [[3], [-2], [1]], y: [0, 0, 1], w0: [0], b0: 0, lr: 1, nIter: 1 },
          says: "The same examples in another order end elsewhere: each update sees the ones before it.",
        },
        "learning rate 0": {
          given: { X: [[1], [2], [-1]], y: [0, 1, 1], w0: [1], b0: 0, lr: 0, nIter: 2 },
          says: "Nothing moves, yet the misclassified examples are counted.",
        },
        "one example": {
          given: { X: [[2, -1]], y: [0], w0: [1, 1], b0: 0, lr: 0.25, nIter: 3 },
          says: "The first pass turns the prediction, so the others meet no error.",
        },
        "separable, all passes made": {
          given: { X: [[0], [2]], y: [0, 1], w0: [0], b0: 0, lr: 1, nIter: 6 },
          says: "errors has nIter entries, zeros at the end included.",
        },
        "no pass": {
          given: { w0: [1, -2], b0: 0.5, X: [[1, 1]], y: [0], nIter: 0 },
          says: "The start comes back, with no errors listed.",
        },
      },
      laws: {
        "on separable data there are at most (R/γ)² corrections; the errors reach 0 and stay 0": (
          f,
          given,
        ) => {
          const { data, corrections } = separable(given);
          const { errors } = f(data);
          const counts = errors.map((e) => e.value);
          const clean = counts.indexOf(0);
          return [
            atMost(sum(errors).value, corrections),
            claim(clean >= 0 && counts.slice(clean).every((e) => e === 0), "reach 0 and stay 0", counts),
          ];
        },
        "XOR never gets a pass without errors": (f, _, { draw }) => {
          const { errors } = f({ ...xor, w0: draw.list(2, () => draw.real()), nIter: 15 });
          const counts = errors.map((e) => e.value);
          return claim(
            counts.every((e) => e > 0),
            "positive in every pass",
            counts,
          );
        },
        "from a zero start the learning rate only scales (w, b); the errors do not depend on it": (
          f,
          given,
        ) => {
          const zero = { w0: given.w0.map(() => 0), b0: 0 };
          const [slow, fast] = [f(zero), f({ ...zero, lr: 3 * given.lr })];
          const scaled = [...slow.w, slow.b].map((part) => part.times(3));
          return [equal(fast.errors, slow.errors), equal([...fast.w, fast.b], scaled)];
        },
        "two passes are one pass over the examples written down twice": (f, { X, y }) => {
          const twice = f({ nIter: 2 });
          const doubled = f({ X: [...X, ...X], y: [...y, ...y], nIter: 1 });
          return [
            equal([...doubled.w, doubled.b], [...twice.w, twice.b]),
            equal(doubled.errors, [sum(twice.errors)]),
          ];
        },
      },
      mistakes: ofTraining,
    }),
  },
  nouns: {
    classOf: "the predicted class",
    z: "the net input",
    step: "the step",
    push: "the error",
    model: "weights and bias",
    missed: "the number of errors",
  },
  hints: [
    "What can y − ŷ be? Write down its value for the four pairs of y and ŷ, and what should happen to the weights in each.",
    "A missed example of class 1 has too small a z. Which change of w and of b makes w·x + b larger, whatever the signs in x? For a pass: which weights does the second example see?",
    "With e = y − ŷ from the old weights: w gains η·e·x and b gains η·e. Training does this example by example, and counts an error whenever e ≠ 0.",
  ],
});
