/** Mean and deviation of each column, and data brought to 0 and 1 by them. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  matrix,
  record,
  rows,
  scaled,
  shifted,
  vector,
  zeros,
} from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean } from "../../reference/numbers/num.ts";
import { mean as meanOf } from "../../reference/numbers/plain.ts";
import { columnMoments, standardisedBy } from "../../reference/unsupervised/standardise.ts";
import {
  centred,
  isConstant,
  type Matrix,
  type Standardizer,
  squares,
  type Vector,
  variance,
  X,
} from "./args.ts";

const sizes = { n: [4, 6], m: [2, 3] } as const;
const training = args({ X }, { sizes, accepts: ({ X }) => !transpose(X).some(isConstant) });

const MOVED = 1.75;
const shown = rows([1, 5], [3, 5]);
const moments = {
  mean: vector("m", "means of the columns"),
  std: vector("m", "their standard deviations, over n"),
};

/** Statistics whose deviations are wrong. */
const withStd =
  (std: (column: Vector) => number) =>
  ({ X, right }: ArgsOf<typeof training> & { right: Standardizer }): Standardizer => ({
    mean: right.mean,
    std: transpose(X).map(std),
  });

export const fitStandardizer = training.answer<Standardizer>({
  says: "Mean and standard deviation of each column. The variance divides by n.",
  formula: String.raw`\mu_j = \frac{1}{n} \sum_i x_{ij}, \; \sigma_j = \sqrt{\frac{1}{n} \sum_i (x_{ij} - \mu_j)^2}`,
  returns: record(moments, "what the columns are standardised by"),
  is: ({ X }) => columnMoments(X),
  example: { X: shown },
  edges: {
    "constant column": {
      given: { X: rows([1, 5], [2, 5], [6, 5]) },
      says: "The second column has the mean 5 and the standard deviation 0.",
    },
    "one example": {
      given: { X: [[2, -3, 0.5]] },
      says: "It is the mean, and all standard deviations are 0.",
    },
    "one column": { given: { X: [[1], [2], [6]] }, says: "The results are lists of one number." },
    "a column far from 0": {
      given: { X: [[100000001], [100000002], [100000003]] },
      expected: { mean: [100000002], std: [0.816496580927726] },
      says: "Subtract the mean first, then square.",
      ifNumber:
        "The mean of the squares less the square of the mean is a small difference of numbers near 10¹⁶, which are 2 apart.",
      ifNaN: "The mean of the squares less the square of the mean can come out below 0 here, by rounding.",
    },
  },
  laws: {
    "moving a column moves its mean, and leaves its standard deviation": (f, { X }) => {
      const [moved, here] = [f({ X: shifted(X, MOVED) }), f()];
      return [equal(moved.mean, shifted(here.mean, MOVED)), equal(moved.std, here.std)];
    },
    "a column times −2 has −2 times the mean, and twice the standard deviation": (f, { X }) => {
      const [twice, here] = [f({ X: scaled(X, -2) }), f()];
      return [equal(twice.mean, scaled(here.mean, -2)), equal(twice.std, scaled(here.std, 2))];
    },
    "duplicating the data changes nothing": (f, { X }) => equal(f({ X: [...X, ...X] }), f()),
    "the order of the examples does not matter": (f, { X }) => equal(f({ X: X.toReversed() }), f()),
  },
  mistakes: curedBy(1, {
    "one-less-in-the-denominator": {
      is: withStd((column) => Math.sqrt((variance(column) * column.length) / (column.length - 1))),
      says: "The variance divides by n − 1. That belongs to a sample; here it divides by n, so that the standardised columns have variance 1.",
    },
    "variance-for-deviation": {
      is: withStd(variance),
      says: "std is the variance. The standard deviation is its root, in the unit of the column.",
    },
    "not-centred": {
      is: withStd((column) => Math.sqrt(meanOf(squares(column)))),
      says: "The mean is not subtracted before squaring. Deviations are measured from the mean of their column.",
    },
    "sum-for-mean": {
      is: withStd((column) => Math.sqrt(variance(column) * column.length)),
      says: "The squared deviations are added up and not averaged: divide by n before the root.",
    },
    "absolute-deviation": {
      is: withStd((column) => meanOf(centred(column).map(Math.abs))),
      says: "This is the mean absolute deviation. The deviations are squared, averaged, and the root is taken at the end.",
    },
    "along-the-rows": {
      is: ({ X }) => ({ mean: X.map(meanOf), std: X.map((row) => Math.sqrt(variance(row))) }),
      says: "Means and deviations are taken along the rows, one for each example. Each column has its own, over all examples.",
    },
    "one-statistic-for-all": {
      is: ({ X }) => {
        const all = X.flat();
        return { mean: X[0]!.map(() => meanOf(all)), std: X[0]!.map(() => Math.sqrt(variance(all))) };
      },
      says: "All columns have the same mean and deviation, those of the whole matrix. Each column has its own.",
    },
  }),
});

const given = args(
  {
    X,
    s: record<Standardizer>(
      { mean: vector("m", "means"), std: vector("m", "standard deviations", { between: [0.25, 3] }) },
      "what fitStandardizer found in the training data",
    ),
  },
  { sizes },
);
type Given = ArgsOf<typeof given>;

/** A wrong formula, entry by entry. */
const entries =
  (of: (x: number, mu: number, sigma: number) => number) =>
  ({ X, s }: Given): Matrix =>
    X.map((row) => row.map((x, j) => of(x, s.mean[j]!, s.std[j]!)));

export const standardize = given.answer<Matrix>({
  says: "Data standardised by the mean and standard deviation that were found before. A constant column, of standard deviation 0, stays as it is after centring: 0.",
  formula: String.raw`z_{ij} = \frac{x_{ij} - \mu_j}{\sigma_j}`,
  returns: matrix("n m", "the standardised inputs"),
  is: ({ X, s }) => standardisedBy(X, s),
  example: { X: shown, s: { mean: [2, 5], std: [1, 0] } },
  edges: {
    "constant column": {
      given: { X: rows([1, 5], [3, 5], [2, 5]), s: { mean: [2, 5], std: [0.5, 0] } },
      says: "The second column was constant: it becomes 0.",
      ifNaN: "0/0 is NaN: divide only where the standard deviation is not 0.",
    },
    "one new example": {
      given: { X: [[10, 0]], s: { mean: [2, 1], std: [4, 0.5] } },
      says: "It is measured by the mean and deviation of the training data: (2, −2).",
    },
  },
  laws: {
    "by the statistics of the same data, every column has mean 0 and variance 1": (f, { X }, { ask }) => {
      if (transpose(X).some(isConstant)) return false;
      const columns = transpose(f({ s: ask(fitStandardizer, { X }) }));
      return columns.flatMap((column) => [
        equal(mean(column), 0),
        equal(mean(column.map((z) => z.squared())), 1),
      ]);
    },
    "each example is treated by itself": (f, { X }) => equal(f({ X: [X[0]!] })[0]!, f()[0]!),
    "mean 0 and deviation 1 change nothing": (f, { X, s }) =>
      equal(f({ s: { mean: zeros(s.mean), std: s.std.map(() => 1) } }), X),
    "the means themselves become 0, and what is one deviation above them 1": (f, { s }) =>
      equal(f({ X: [s.mean, s.mean.map((mu, j) => mu + s.std[j]!)] }), [zeros(s.mean), s.mean.map(() => 1)]),
  },
  mistakes: curedBy(1, {
    "statistics-of-its-own": {
      is: ({ X }) => {
        const columns = transpose(X);
        return X.map((row) =>
          row.map((x, j) => (x - meanOf(columns[j]!)) / Math.sqrt(variance(columns[j]!))),
        );
      },
      says: "The data are standardised by a mean and a deviation of their own. s holds those of the training data, and all data go through the same formula with the same numbers.",
    },
    "mean-not-subtracted": {
      is: entries((x, _, sigma) => x / sigma),
      says: "The mean is not subtracted. First x − μ, then divide by σ.",
    },
    "not-divided": {
      is: entries((x, mu) => x - mu),
      says: "The columns are centred and not divided by their standard deviation.",
    },
    "bracket-forgotten": {
      is: entries((x, mu, sigma) => x - mu / sigma),
      says: "Only the mean is divided: x − μ/σ. The difference is, as a whole: (x − μ)/σ.",
    },
    "divided-by-the-variance": {
      is: entries((x, mu, sigma) => (x - mu) / sigma ** 2),
      says: "It is divided by the variance σ². The standard deviation σ has the unit of the column.",
    },
    "root-taken-again": {
      is: entries((x, mu, sigma) => (x - mu) / Math.sqrt(sigma)),
      says: "The root is taken once more. s.std holds standard deviations: the root of the variance is in them already.",
    },
    multiplied: {
      is: entries((x, mu, sigma) => (x - mu) * sigma),
      says: "It is multiplied by the standard deviation, so that wide columns become wider. Divide by it.",
    },
  }),
});
