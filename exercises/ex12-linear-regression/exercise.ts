import { exercise, matrix, record, rows, scalar } from "../../grader/exercise/form.ts";
import { linearForward } from "../../reference/linear-models/linear-regression.ts";
import { backwardOf, backwardPass, column, forwardPass, type Info, info, type Weights } from "./args.ts";
import { forwardLaws, gradientLaws } from "./laws.ts";
import { forwardMistakes, gradientMistakes } from "./mistakes.ts";

const shown = { X: rows([1, 2], [3, 0]), y: column(4, 1), weights: { W: column(1, 2), B: [[-1]] } };
const one = { X: rows([1, -2]), y: column(3), weights: { W: column(1, 0.5), B: [[1]] } };
const single = { X: column(1, 2, 4), y: column(3, 5, -1), weights: { W: [[2]], B: [[0.5]] } };
const collinear = {
  X: rows([1, 2], [2, 4], [-1, -2]),
  y: column(3, 1, 0),
  weights: { W: column(1, -1), B: [[0.5]] },
};
const exact = { X: rows([1, 2], [3, 0], [0, 1]), y: column(4, 2, 1), weights: shown.weights };
const three = { X: rows([1, 2], [3, 0], [0, 1]), y: column(4, 1, 0), weights: shown.weights };

export default exercise({
  title: "Linear regression in matrix form",
  unit: 2,
  source: "09.1 Deep Learning – Neural Network, 1.3",
  requires: ["ex07", "ex10"],
  derivation: "linear-regression-graph",
  minutes: 35,
  points: 30,
  symbols: { n: "number of examples", m: "number of inputs", L: "mean squared error, the mean of (y − P)²" },
  functions: {
    forward: forwardPass.answer<{ info: Info; loss: number }>({
      says: "Predictions of all examples and their mean squared error. Throws a RangeError if there are no examples or if shapes do not fit.",
      formula: String.raw`N = X W, \; P = N + B, \; L = \frac{1}{n} \sum_i (y_i - P_i)^2`,
      returns: record({ info, loss: scalar("L, at least 0") }, "the loss, and what the way back needs"),
      is: ({ X, y, weights }) => {
        const { N, P, loss } = linearForward(X, y, weights);
        return { info: { X, N, P, y }, loss };
      },
      example: shown,
      edges: {
        "one example": { given: one, says: "N, P and y stay matrices, of one row." },
        "one input": { given: single, says: "X is a column; W and B have one entry each." },
        "exact fit": { given: exact, says: "Every residual is 0, and so is the loss." },
        "no examples": {
          given: { X: [], y: [], weights: { W: column(1, 2), B: [[1]] } },
          throws: true,
          says: "No examples have no mean: the function throws.",
          ifNaN: "0/0 is NaN, which would travel on unseen.",
        },
        "targets in a row": {
          given: { ...three, y: [[4, 1, 0]] },
          throws: true,
          says: "y has one row where X has three: the function throws.",
        },
        "more targets than examples": {
          given: { ...three, y: column(4, 1, 0, 2) },
          throws: true,
          says: "y has four rows, X three: the function throws, and leaves no target out in silence.",
        },
        "a weight without an input": {
          given: { ...three, weights: { W: column(1, 2, 5), B: [[-1]] } },
          throws: true,
          says: "W has three rows, X two columns: the function throws.",
        },
        "an input without a weight": {
          given: { ...three, weights: { W: column(1), B: [[-1]] } },
          throws: true,
          says: "W has one row, X two columns: the function throws.",
        },
      },
      laws: forwardLaws,
      mistakes: forwardMistakes,
    }),
    lossGradients: backwardPass.gradient<Weights>({
      says: "Gradients of the mean squared error by the weights, from what the forward pass kept.",
      formula: String.raw`\frac{\partial L}{\partial W}, \; \frac{\partial L}{\partial B} \text{ of } L = \frac{1}{n} \sum_i (y_i - P_i)^2`,
      of: { loss: ({ info, weights }) => linearForward(info.X, info.y, weights).loss },
      by: ({ weights }) => weights,
      returns: record(
        { W: matrix("m 1", "∂L/∂W, in the shape of W"), B: matrix("1 1", "∂L/∂B, in the shape of B") },
        "the derivatives of L, in the shapes of the weights",
      ),
      example: backwardOf(shown),
      edges: {
        "one example": { given: backwardOf(one), says: "The sum over the examples has one term." },
        "one input": { given: backwardOf(single), says: "The gradients are matrices of one entry." },
        "collinear inputs": {
          given: backwardOf(collinear),
          says: "The second input is twice the first, so many weights are equally good. The gradient is defined all the same, its second entry twice the first.",
        },
        "exact fit": { given: backwardOf(exact), says: "Every residual is 0, and so are both gradients." },
      },
      laws: gradientLaws,
      mistakes: gradientMistakes,
    }),
  },
  nouns: {
    net: "the weighted inputs",
    slope: "the slope of the loss",
    dW: "the gradient by W",
    dB: "the gradient by B",
  },
  hints: [
    "Which shapes have X, W, N, P and y? For the way back: which of the parts comes last before the loss, and what is the derivative of the loss by it?",
    "The derivative by P has one number an example, with the 1/n of the mean in it. Which examples does one weight meet, and with which input? And which does B meet? Compare your shapes with those of W and B.",
    "With gᵢ = −(2/n)(yᵢ − Pᵢ): row j of the gradient of W is Σ xᵢⱼ gᵢ, which is Xᵀ times g, and that of B is [[Σ gᵢ]].",
  ],
});
