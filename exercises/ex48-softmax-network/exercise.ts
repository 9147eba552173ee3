import { exercise, matrix, record, rows } from "../../grader/exercise/form.ts";
import { crossEntropy, forward } from "../../reference/networks/softmax-network.ts";
import { forwardDense, gradientsDense } from "../../reference/networks/softmax-network-dense.ts";
import {
  example,
  forwardAtFullSize,
  gradientsAtFullSize,
  input,
  oneOfEach,
  sourceShape,
  threeClasses,
} from "./args.ts";
import { forwardLaws, gradientLaws } from "./laws.ts";
import { forwardMistakes, gradientMistakes } from "./mistakes.ts";

const zeros = (height: number, width: number): number[][] =>
  Array.from({ length: height }, () => new Array<number>(width).fill(0));

const largeLogits = { ...threeClasses, p: { ...threeClasses.p, bo: [[1000, -1000, 0]] } };
const saturatedUnits = { ...threeClasses, p: { ...threeClasses.p, bh: [[1000, -1000, 0]] } };
const mixedLabels = rows([0, 1, 0], [1, 0, 0], [0, 0, 1]);
const overflow = {
  says: "Shift each row's logits by the largest before exp: then none overflows.",
  ifNaN: "e^1000 is Infinity, and Infinity/Infinity is NaN.",
};
const shown = { X: [[1, 2]], p: { Wh: [[2], [-1]], bh: [[0]], Wo: [[2, -2, 0]], bo: [[-1, 1, 0]] } };

export default exercise({
  title: "Softmax classifier network",
  unit: 8,
  source: "01 build and train feedforward nn, 1.3.1 to 1.6",
  requires: ["ex43", "ex46"],
  derivation: "softmax-network",
  points: 30,
  minutes: 45,
  symbols: {
    n: "number of examples",
    m: "number of inputs",
    h: "number of hidden units",
    c: "number of classes",
    J: "cross-entropy, summed over the examples, −Σᵢ Σ_c y_ic ln ŷ_ic",
  },
  functions: {
    forwardProp: input.answer({
      says: "Forward pass of the classifier: sigmoid units, then softmax, row by row; logits of ±1000 must not give NaN.",
      formula: "H = \\sigma(X W_h + b_h), \\; \\hat y = \\text{softmax}(H W_o + b_o)",
      returns: record(
        {
          H: matrix("n h", "hidden activations"),
          yHat: matrix("n c", "class probabilities, one example a row"),
        },
        "what both layers give",
      ),
      is: ({ X, p }) => forward(X, p),
      gpu: async (gpu, { X, p }) =>
        (await import("../../reference/gpu/softmax-network.ts")).forwardOnGpu(gpu, X, p),
      fullSize: { ...forwardAtFullSize, reference: ({ X, p }) => forwardDense(X, p) },
      example: shown,
      edges: {
        "the source's shape": {
          given: { X: sourceShape.X, p: sourceShape.p },
          says: "2 inputs, 3 hidden units, 2 classes.",
        },
        "logits of ±1000": { given: largeLogits, ...overflow },
        "net inputs of ±1000": { given: saturatedUnits, says: "H is 0 or 1 there, up to e^−1000." },
        "one example": {
          given: { ...threeClasses, X: [[1, -2]] },
          says: "H and ŷ stay matrices, of one row.",
        },
        "one of each": {
          given: oneOfEach,
          says: "One example, one input, one hidden unit: the matrices stay matrices.",
        },
        "all parameters 0": {
          given: {
            X: rows([1, 2], [-1, 0]),
            p: { Wh: zeros(2, 3), bh: zeros(1, 3), Wo: zeros(3, 4), bo: zeros(1, 4) },
          },
          says: "Every hidden unit is at ½, and every class has the same probability.",
        },
      },
      laws: forwardLaws,
      mistakes: forwardMistakes,
    }),
    computeGradients: example.gradient({
      says: "Gradients of the cross-entropy by all parameters. The loss is a sum over the examples, not a mean.",
      formula: "\\nabla J \\text{ of } J = -\\sum_i \\sum_c y_{ic} \\ln \\hat y_{ic}",
      of: { crossEntropy: ({ X, Y, p }) => crossEntropy(X, Y, p) },
      by: ({ p }) => p,
      returns: record(
        {
          Wh: matrix("m h", "∂J/∂Wh"),
          bh: matrix("1 h", "∂J/∂bh"),
          Wo: matrix("h c", "∂J/∂Wo"),
          bo: matrix("1 c", "∂J/∂bo"),
        },
        "the derivatives of J, in the shapes of the parameters",
      ),
      gpu: async (gpu, { X, Y, p }) =>
        (await import("../../reference/gpu/softmax-network.ts")).gradientsOnGpu(gpu, X, Y, p),
      fullSize: { ...gradientsAtFullSize, reference: ({ X, Y, p }) => gradientsDense(X, Y, p) },
      example: { X: shown.X, Y: [[0, 1, 0]], p: shown.p },
      edges: {
        "the source's shape": {
          given: sourceShape,
          says: "2 inputs, 3 hidden units, 2 classes: 6 + 3 + 6 + 2 = 17 parameters.",
        },
        "perfect fit": {
          given: { ...largeLogits, Y: rows([1, 0, 0], [1, 0, 0], [1, 0, 0]) },
          expected: { Wh: zeros(2, 3), bh: zeros(1, 3), Wo: zeros(3, 3), bo: zeros(1, 3) },
          says: "ŷ equals y to the last bit, so every error is 0 and so is every gradient.",
        },
        "logits of ±1000": { given: { ...largeLogits, Y: mixedLabels }, ...overflow },
        "saturated hidden units": {
          given: { ...saturatedUnits, Y: mixedLabels },
          says: "Where H is 0 or 1 no error passes to Wh and bh.",
        },
        "one example": {
          given: { ...threeClasses, X: [[1, -2]], Y: [[0, 1, 0]] },
          says: "The gradients of the biases are still matrices of one row.",
        },
        "one of each": {
          given: { ...oneOfEach, Y: [[0, 1]] },
          says: "One example, one input, one hidden unit: the matrices stay matrices.",
        },
      },
      laws: gradientLaws,
      mistakes: gradientMistakes,
    }),
  },
  nouns: {
    bk: "the bias",
    affine: "the net input",
    softmax: "the softmax",
    e: "the exponential",
    total: "the sum of the exponentials",
    deltaO: "the delta of the output",
    deltaH: "the delta of the hidden layer",
    transposedTimes: "the gradient by the weights",
    columnSums: "the gradient by the biases",
    dot: "the sum over the outputs",
  },
  hints: [
    "Walk the forward pass backwards: which quantity comes last before the loss, and what is the derivative of the summed cross-entropy by it?",
    "With the error of the output layer in hand, Wo and bo are one matrix product and one column sum away. The hidden layer is ex46 with weights in × out. Do the shapes of your four results equal those of the parameters?",
    "δₒ = ŷ − Y; the gradient of Wo is Hᵀδₒ, that of bo the column sums of δₒ as one row. δₕ is δₒWoᵀ, entry by entry times H(1 − H); Wh and bh follow from δₕ and X in the same way.",
  ],
});
