import { exercise, matrix, record, rows, scalar } from "../../grader/exercise/form.ts";
import { regressionForward } from "../../reference/networks/regression-network.ts";
import { column, type Info, network, type Weights } from "./args.ts";
import { forwardLaws, gradientLaws } from "./laws.ts";
import { forwardMistakes, gradientMistakes } from "./mistakes.ts";

const zeros = (height: number, width: number): number[][] =>
  Array.from({ length: height }, () => new Array<number>(width).fill(0));

const shown = {
  X: rows([1, 2], [0, 0]),
  y: column(3, -1),
  w: { W1: rows([2, 4], [-1, -2]), B1: [[0, 0]], W2: column(4, -2), B2: [[1]] },
};
const three = {
  X: rows([1, -2], [0.5, 1], [-1, 0.25]),
  y: column(2, -0.5, 1),
  w: {
    W1: rows([0.5, -1, 1.5], [1, 0.25, -0.75]),
    B1: [[0.25, 0, -0.5]],
    W2: column(1, -1.5, 0.5),
    B2: [[0.25]],
  },
};
const one = { ...three, X: rows([1, -2]), y: column(2) };
const oneUnit = { ...three, w: { W1: column(0.5, -1), B1: [[0.25]], W2: [[2]], B2: [[-1]] } };
const asleep = { ...three, w: { W1: zeros(2, 3), B1: zeros(1, 3), W2: zeros(3, 1), B2: [[0]] } };
const saturated = { ...three, w: { ...three.w, B1: [[1000, -1000, 0]] } };

export default exercise({
  title: "Two-layer network for regression",
  unit: 8,
  source: "09.1 Deep Learning – Neural Network, 1.4",
  requires: ["ex12", "ex46"],
  derivation: "regression-network",
  minutes: 40,
  symbols: {
    n: "number of examples",
    m: "number of inputs",
    h: "number of hidden units",
    L: "mean squared error, (1/n) Σᵢ (yᵢ − Pᵢ)²",
  },
  functions: {
    forwardNet: network.answer<{ info: Info; loss: number }>({
      says: "Predictions of the network and their mean squared error, with all that lies between. Net inputs of ±1000 must not give NaN.",
      formula: String.raw`P = \sigma(X W_1 + B_1) W_2 + B_2, \quad L = \frac{1}{n} \sum_i (y_i - P_i)^2`,
      returns: record(
        {
          info: record<Info>(
            {
              M1: matrix("n h", "X·W1"),
              N1: matrix("n h", "M1 + B1"),
              O1: matrix("n h", "σ(N1), the hidden outputs"),
              M2: matrix("n 1", "O1·W2"),
              P: matrix("n 1", "M2 + B2, the predictions"),
            },
            "what lies between, for the way back",
          ),
          loss: scalar("L, at least 0"),
        },
        "the loss, and what the way back needs",
      ),
      is: ({ X, y, w }) => regressionForward(X, y, w),
      example: shown,
      edges: {
        "one example": { given: one, says: "All of info stay matrices, of one row." },
        "one hidden unit": { given: oneUnit, says: "M1, N1 and O1 are columns." },
        "all weights 0": { given: asleep, says: "Every hidden output is ½, and every prediction 0." },
        "net inputs of ±1000": { given: saturated, says: "O1 is 1 and 0 there, up to e^−1000." },
      },
      laws: forwardLaws,
      mistakes: forwardMistakes,
    }),
    lossGradientsNet: network.gradient<Weights>({
      says: "Gradients of the mean squared error by all weights and biases, in their shapes.",
      formula: String.raw`\nabla L \text{ of } L = \frac{1}{n} \sum_i (y_i - P_i)^2`,
      of: { loss: ({ X, y, w }) => regressionForward(X, y, w).loss },
      by: ({ w }) => w,
      returns: record(
        {
          W1: matrix("m h", "∂L/∂W1"),
          B1: matrix("1 h", "∂L/∂B1"),
          W2: matrix("h 1", "∂L/∂W2"),
          B2: matrix("1 1", "∂L/∂B2"),
        },
        "the derivatives of L, in the shapes of the weights",
      ),
      example: shown,
      edges: {
        "one example": {
          given: one,
          says: "The sums over the examples have one term; the biases stay matrices.",
        },
        "one hidden unit": {
          given: oneUnit,
          says: "W1 and W2 have one hidden unit between them; the gradients have their shapes.",
        },
        "all weights 0": {
          given: asleep,
          says: "Nothing comes back through W2, so the hidden layer has gradient 0, and all its units the same: they stay alike.",
        },
        "saturated hidden units": {
          given: saturated,
          says: "Where O1 is 0 or 1 no error passes to W1 and B1.",
        },
      },
      laws: gradientLaws,
      mistakes: gradientMistakes,
    }),
  },
  nouns: {
    dP: "the error of the predictions",
    dN1: "the error of the hidden layer",
    b: "the bias",
    transposedTimes: "the gradient by the weights",
    columnSums: "the gradient by the biases",
    times: "the product",
  },
  hints: [
    "Write the five steps of the forward pass with their shapes. Which comes last before the loss, and what is the derivative of the loss by it?",
    "P has one linear layer behind it: its two gradients are those of linear regression, with O1 in the place of X. What arrives at O1, and which slope does it pass before W1 and B1 see it?",
    "dP = (2/n)(P − y); W2 gets O1ᵀ·dP and B2 the sum of dP. dN1 = (dP·W2ᵀ) times O1(1 − O1), entry by entry; W1 gets Xᵀ·dN1 and B1 its column sums, as one row.",
  ],
});
