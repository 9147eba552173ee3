/** Columns around 0. */
import { curedBy, equal, matrix, rows, zeros } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { sum } from "../../reference/numbers/num.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";
import { centred } from "../../reference/unsupervised/covariance.ts";
import { standardise } from "../../reference/unsupervised/standardise.ts";
import { data, less, type Matrix } from "./args.ts";

const byColumn = (X: Matrix, shift: (j: number) => number): Matrix =>
  X.map((row) => row.map((x, j) => x + shift(j)));

export const center = data.answer<Matrix>({
  says: "Each column less its mean.",
  formula: String.raw`d_{ij} = x_{ij} - \frac{1}{n} \sum_i x_{ij}`,
  returns: matrix("n m", "the centred examples"),
  is: ({ X }) => centred(X),
  example: { X: rows([1, 2], [2, 4], [6, 3]) },
  edges: {
    "one example": { given: { X: [[3, -2]] }, says: "A single number is its own mean: the row is 0." },
    "one column": { given: { X: [[1], [2], [6]] }, says: "The mean is 3; the rows hold a single number." },
    "constant column": {
      given: { X: rows([1, 5], [2, 5], [6, 5]) },
      says: "A column that never changes lies at its mean: it becomes 0.",
    },
  },
  laws: {
    "every column sums to 0": (f, { X }) => equal(transpose(f()).map(sum), zeros(X[0]!)),
    "moving columns changes nothing": (f, { X }) => equal(f({ X: byColumn(X, (j) => j + 1.5) }), f()),
    "a second time changes nothing": (f) => equal(f({ X: f() }), f()),
    "the examples keep their differences": (f, { X }) =>
      equal(
        f().map((row) => row.map((d, j) => d.minus(f()[0]![j]!))),
        X.map((row) => row.map((x, j) => x - X[0]![j]!)),
      ),
  },
  mistakes: curedBy(1, {
    "mean-of-the-row": {
      is: ({ X }) => X.map((row) => row.map((x) => x - mean(row))),
      says: "The mean of each row is subtracted. A row is one example of different features; each column has its own mean.",
    },
    "one-mean-for-all": {
      is: ({ X }) => less(X, () => mean(X.flat())),
      says: "One mean of all entries is subtracted. Each column has its own.",
    },
    standardised: {
      is: ({ X }) => plainOf(standardise(lift(X))),
      says: "The columns are divided by their standard deviations, too. Centring only subtracts.",
    },
    "first-example-subtracted": {
      is: ({ X }) => less(X, ([first]) => first!),
      says: "The first example is subtracted from all. It is the mean that lies in the middle.",
    },
    "mean-added": {
      is: ({ X }) => less(X, (column) => -mean(column)),
      says: "The mean is added. Subtracted it brings the column around 0.",
    },
  }),
});
