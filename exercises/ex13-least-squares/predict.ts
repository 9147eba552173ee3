/** Predictions of a linear model. */
import { args, curedBy, equal, matrix, record, rows } from "../../grader/exercise/form.ts";
import { linearPredictions } from "../../reference/linear-models/linear-regression.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean } from "../../reference/numbers/num.ts";
import { mean as meanOf } from "../../reference/numbers/plain.ts";
import { type Matrix, X } from "./args.ts";

type Weights = { W: Matrix; B: Matrix };
const model = args(
  {
    X,
    weights: record<Weights>(
      { W: matrix("m 1", "weights, in × out"), B: matrix("1 1", "bias, added to every row") },
      "the weights of the model, as in ex12",
    ),
  },
  { sizes: { n: [4, 6], m: [2, 3] } },
);

const bias = ({ B }: Weights): number => B[0]![0]!;

export const predict = model.answer<Matrix>({
  says: "Predictions of a linear model, as in ex12.",
  formula: "P = X W + B",
  returns: matrix("n 1", "predictions, a column"),
  is: ({ X, weights }) => linearPredictions(X, weights).P,
  example: { X: rows([1, 2], [3, 0]), weights: { W: [[1], [2]], B: [[-1]] } },
  edges: {
    "one example": {
      given: { X: [[1, -2]], weights: { W: [[1], [0.5]], B: [[1]] } },
      says: "The predictions stay a column, of one row.",
    },
    "one input": {
      given: { X: [[1], [2], [4]], weights: { W: [[2]], B: [[0.5]] } },
      says: "X is a column, W has one row.",
    },
  },
  laws: {
    "at x = 0 every prediction is the bias": (f, { X, weights }) =>
      equal(
        f({ X: X.map((row) => row.map(() => 0)) }),
        X.map(() => [bias(weights)]),
      ),
    "the mean prediction is that of the mean inputs": (f, { X }) => {
      const centre = f({ X: [transpose(X).map(meanOf)] })[0]![0]!;
      return equal(mean(f().map(([p]) => p!)), centre);
    },
    "each example is predicted by itself": (f, { X }) => equal(f({ X: [X[0]!] })[0]!, f()[0]!),
  },
  mistakes: curedBy("linear-regression-graph#step-1", {
    "bias-forgotten": {
      is: ({ right, weights }) => right.map(([p]) => [p! - bias(weights)]),
      says: "The bias is missing: P is XW + B, with the same B in every row.",
    },
    "bias-for-each-input": {
      is: ({ right, X, weights }) => right.map(([p]) => [p! + (X[0]!.length - 1) * bias(weights)]),
      says: "The bias is added once for every input. It is added once to each row.",
    },
    "bias-multiplied": {
      is: ({ X, weights }) =>
        X.map((row) => [row.reduce((total, x, j) => total + (x + bias(weights)) * weights.W[j]![0]!, 0)]),
      says: "The bias is added to the inputs, before they are weighted. It is added to N = XW, after the product.",
    },
  }),
});
