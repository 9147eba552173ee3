import { equal, exercise, type Forward, type Laws, rows, scalar, times } from "../../grader/exercise/form.ts";
import { exampleLoss } from "../../reference/networks/sigmoid-network.ts";
import { dot, sum } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import {
  activationsOf,
  behind,
  deltas,
  type Example,
  hiddenActivation,
  hiddenWeight,
  outputWeight,
  paths,
  slopeAt,
  withoutHiddenBias,
} from "./args.ts";

const given = {
  x: [1, 2],
  y: [0, 1, 0],
  p: { W1: [[2, -1]], b1: [0], W2: [[1], [-2], [4]], b2: [-0.5, 1, -2] },
};
/** Hidden weights with readable numbers: m = 2, d = 3. */
const hiddenLayer = {
  W1: rows([0.5, -1], [1, 0.25], [-0.75, 0.5]),
  b1: [0, -0.5, 1],
};
const threeOutputs = {
  ...hiddenLayer,
  W2: rows([1, -0.5, 0.5], [-1, 0.25, 1], [0.5, 1, -0.25]),
};
const columnZero = {
  ...hiddenLayer,
  W2: threeOutputs.W2.map(([first, , last]) => [first!, 0, last!]),
  b2: [0.5, -0.25, 0],
};
const oneOutput = { ...hiddenLayer, W2: [[1, -0.5, 0.5]], b2: [0.25] };
const oneOfEach = { W1: [[0.5]], b1: [-0.5], W2: [[-1]], b2: [1] };

/** The same network with only output unit j. */
const only = ({ y, p }: Example, j: number) => ({ y: [y[j]!], p: { ...p, W2: [p.W2[j]!], b2: [p.b2[j]!] } });

const of: Forward<Example> = { exampleLoss: ({ x, y, p }) => exampleLoss(x, y, p) };
const laws: Laws<Example, number> = {
  "the gradient is 0 where every output equals its target": (f, data) =>
    equal(f({ y: activationsOf(data).output }), 0),
  "for two examples with the same x, the mean of their gradients is the gradient at the mean target": (
    f,
    { y },
    { draw },
  ) => {
    const other = y.map(() => draw.real());
    const middle = y.map((yj, j) => (yj + other[j]!) / 2);
    const mean = f()
      .plus(f({ y: other }))
      .over(2);
    return equal(f({ y: middle }), mean);
  },
};
/** For both functions: each takes the indices that it knows. */
const edges = {
  "one output": {
    given: { x: [1, -2], y: [1], p: oneOutput, j: 0, i: 1, k: 1 },
    says: "With t = 1 there is one path, and the mean divides by 1.",
  },
  "one unit in each layer": {
    given: { x: [2], y: [0.5], p: oneOfEach, j: 0, i: 0, k: 0 },
    says: "Every matrix is 1 × 1: there is one path and nothing to add up.",
  },
};
const mistakes = {
  "sign-flipped": {
    is: times(-1),
    step: 2,
    says: "The sign is flipped. The derivative of (y − a)² by a is 2(a − y): the inner derivative of y − a is −1.",
  },
  "mean-over-outputs-forgotten": {
    is: times("t"),
    step: 2,
    says: "The 1/t is missing. The loss is the mean over the t outputs, so each of its squares counts with 1/t.",
  },
  "factor-two-forgotten": {
    is: times(1 / 2),
    step: 2,
    says: "The factor 2 is missing. It is the outer derivative of the square.",
  },
};
const hiddenBiasForgotten = {
  step: 1,
  says: "The forward pass leaves out b1. A hidden unit's net input is its weighted sum plus its bias.",
};

export default exercise({
  title: "One weight at a time",
  unit: 8,
  source:
    "ml_with_pytorch_book_part2, backpropagation; Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation and Full Back Propagation",
  requires: ["ex04", "ex36", "ex37"],
  derivation: "backprop-one-weight",
  minutes: 30,
  symbols: {
    m: "number of inputs",
    d: "number of hidden units",
    t: "number of output units",
    L: "squared error of the example, (1/t) Σⱼ (yⱼ − aⱼ)²",
  },
  functions: {
    outputWeightGradient: outputWeight.shared<number>({ of, edges, laws, mistakes }).gradient({
      says: "Derivative of the loss by one output weight, for one example. Its mean over the t outputs stays.",
      formula: String.raw`\partial L / \partial W_2[j][i] \text{ of } L = \frac{1}{t} \sum_j (y_j - a_j)^2, \quad a = \sigma(W_2 \, \sigma(W_1 x + b_1) + b_2)`,
      by: ({ p, j, i }) => p.W2[j.value]![i.value]!,
      returns: scalar("∂L/∂W2[j][i]"),
      example: { ...given, j: 1, i: 0 },
      edges: {
        "saturated at 1": {
          given: { x: [1, -2], y: [0, 1, 0], p: { ...threeOutputs, b2: [0, 1000, 0] }, j: 1, i: 0 },
          says: "The unit's output is 1 to the last bit, its slope is 0, and so is the gradient.",
        },
        "saturated at 0": {
          given: { x: [1, -2], y: [1, 0.5, 0], p: { ...threeOutputs, b2: [-1000, 0, 0] }, j: 0, i: 2 },
          says: "The unit's output is 0, far from its target 1, and yet it does not learn: its slope is 0.",
        },
      },
      laws: {
        "t times the gradient is the gradient in the network that has only output unit j": (f, data) =>
          equal(f().times(data.y.length), f({ ...only(data, data.j), j: 0 })),
        "the gradients of two weights of one output unit are in the ratio of the hidden activations": (
          f,
          data,
        ) => {
          const { hidden } = activationsOf(data);
          const next = (data.i + 1) % hidden.length;
          return equal(f().times(hidden[next]!), f({ i: next }).times(hidden[data.i]!));
        },
      },
      mistakes: {
        "sigmoid-slope-forgotten": {
          is: (data) => deltas(data, () => 1)[data.j]! * hiddenActivation(data),
          step: 3,
          says: "The slope aⱼ(1 − aⱼ) of the output unit is missing. The path to the loss leads through its sigmoid.",
        },
        "net-input-for-activation": {
          is: (data) => deltas(data)[data.j]! * (dot(data.p.W1[data.i]!, data.x).value + data.p.b1[data.i]!),
          step: 4,
          says: "The last factor is the hidden unit's net input. What the output weight multiplies is its activation, σ of that.",
        },
        "sigmoid-applied-twice": {
          is: (data) => deltas(data, (a) => slopeAt(sigmoid(a)))[data.j]! * hiddenActivation(data),
          step: 3,
          says: "The slope is σ′ taken at the activation. In terms of the activation a the slope is a(1 − a), with no further sigmoid.",
        },
        "hidden-bias-forgotten": {
          is: (data) => deltas(withoutHiddenBias(data))[data.j]! * hiddenActivation(withoutHiddenBias(data)),
          ...hiddenBiasForgotten,
        },
      },
    }),
    hiddenWeightGradient: hiddenWeight.shared<number>({ of, edges, laws, mistakes }).gradient({
      says: "Derivative of the loss by one hidden weight, for one example. The weight reaches the loss through every output unit.",
      formula: String.raw`\partial L / \partial W_1[i][k] \text{ of } L = \frac{1}{t} \sum_j (y_j - a_j)^2, \quad a = \sigma(W_2 \, \sigma(W_1 x + b_1) + b_2)`,
      by: ({ p, i, k }) => p.W1[i.value]![k.value]!,
      returns: scalar("∂L/∂W1[i][k]"),
      example: { ...given, i: 0, k: 1 },
      edges: {
        "all outputs saturated": {
          given: { x: [1, -2], y: [0, 1, 0.5], p: { ...threeOutputs, b2: [1000, -1000, 1000] }, i: 2, k: 1 },
          says: "No path is open: each output unit has slope 0.",
        },
        "one output saturated": {
          given: { x: [1, -2], y: [0, 1, 0], p: { ...threeOutputs, b2: [0.5, 1000, 0] }, i: 0, k: 1 },
          says: "The path through that unit is closed, the others are open.",
        },
        "column of W2 zero": {
          given: { x: [1, -2], y: [0, 1, 0], p: columnZero, i: 1, k: 0 },
          says: "No output listens to the hidden unit, so the loss does not depend on its weights.",
        },
      },
      laws: {
        "t times the gradient is the sum over j of the gradients in the networks with one output unit each": (
          f,
          data,
        ) => equal(f().times(data.y.length), sum(data.y.map((_, j) => f(only(data, j))))),
        "the gradient is 0 where the input of the weight is 0": (f, { x, k }) =>
          equal(f({ x: x.map((xl, l) => (l === k ? 0 : xl)) }), 0),
        "the gradients of two weights of one hidden unit are in the ratio of their inputs": (f, { x, k }) => {
          const next = (k + 1) % x.length;
          return equal(f().times(x[next]!), f({ k: next }).times(x[k]!));
        },
      },
      mistakes: {
        "first-path-only": {
          is: (data) => paths(data)[0]! * behind(data),
          step: 6,
          says: "Only the path through the first output unit is counted. The weight reaches the loss through every output unit, and the paths add.",
        },
        "paths-averaged": {
          is: times("1/t"),
          step: 6,
          says: "The paths are averaged. The chain rule for several variables adds them; the 1/t of the loss is in each δⱼ already.",
        },
        "hidden-slope-forgotten": {
          is: (data) => total(paths(data)) * data.x[data.k]!,
          step: 7,
          says: "The slope of the hidden unit, aᵢ(1 − aᵢ), is missing. Every path passes its sigmoid.",
        },
        "input-forgotten": {
          is: (data) => total(paths(data)) * slopeAt(hiddenActivation(data)),
          step: 7,
          says: "The last factor xₖ is missing: this is the derivative by the hidden bias. The weight multiplies xₖ.",
        },
        "output-weights-forgotten": {
          is: (data) => total(deltas(data)) * behind(data),
          step: 6,
          says: "The errors of the outputs are added without the weights between. Each comes back times the weight W2[j][i] of its path.",
        },
        "output-slope-forgotten": {
          is: (data) => total(paths(data, () => 1)) * behind(data),
          step: 3,
          says: "The slopes aⱼ(1 − aⱼ) of the output units are missing. Each path passes two sigmoids, one a layer.",
        },
        "hidden-bias-forgotten": {
          is: (data) => total(paths(withoutHiddenBias(data))) * behind(withoutHiddenBias(data)),
          ...hiddenBiasForgotten,
        },
      },
    }),
  },
  nouns: {
    b: "the bias",
    hidden: "the hidden output",
    output: "the output",
    back: "what flows back",
    delta: "the delta of an output",
    layer: "the output of a layer",
  },
  hints: [
    "Draw the network and follow the weight forward: which units change when it grows a little, and through which of them does the loss notice?",
    "An output weight reaches the loss along one path, weight → zⱼ → aⱼ → L: multiply the three slopes. A hidden weight reaches aᵢ of its unit, and from there every output unit: how do the slopes of several paths combine?",
    "Let δⱼ = (2/t)(aⱼ − yⱼ)·aⱼ(1 − aⱼ). Then ∂L/∂W2[j][i] is δⱼ times the hidden activation i; ∂L/∂W1[i][k] is the sum of δⱼ·W2[j][i] over all j, times the slope of hidden unit i, times xₖ.",
  ],
});
