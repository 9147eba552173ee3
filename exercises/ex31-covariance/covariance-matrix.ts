/** What the columns have in common. */
import { atMost, equal, matrix, rows } from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { type Num, sum } from "../../reference/numbers/num.ts";
import { mean, product as plainProduct, total } from "../../reference/numbers/plain.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { centred, covarianceMatrix as covariances } from "../../reference/unsupervised/covariance.ts";
import { standardise } from "../../reference/unsupervised/standardise.ts";
import { centredOf, data, less, type Matrix } from "./args.ts";
import { center } from "./center.ts";

/** DᵀD over a number. */
const scatter = (D: Matrix, over: number): Matrix =>
  plainProduct(transpose(D), D).map((row) => row.map((s) => s / over));

/** A further matrix to multiply by: m × 2, with no two columns alike. */
const mixing = (X: Matrix): Matrix => X[0]!.map((_, j) => [1 - j, 0.5 + j]);

/** Over n − 1. */
const variance = (d: Num[]): Num => sum(d.map((di) => di.squared())).over(d.length - 1);
const SCALE = -3;

export const covarianceMatrix = data.answer<Matrix>({
  says: "Covariance matrix of the columns, over n − 1. Throws a RangeError if n < 2.",
  formula: String.raw`C = \frac{1}{n - 1} (X - \bar x)^T (X - \bar x)`,
  returns: matrix("m m", "variances on the diagonal, covariances of pairs elsewhere"),
  is: ({ X }) => covariances(X),
  example: { X: rows([1, 2], [2, 4], [6, 3]) },
  edges: {
    "one example": {
      given: { X: [[3, -2]] },
      throws: true,
      says: "One example does not vary, and n − 1 is 0: the function throws a RangeError.",
      ifNaN: "0/0 is NaN, which would travel on unseen.",
      ifNumber: "A number here, even 0, would say how much varies. Nobody knows that from one example.",
    },
    "two examples": { given: { X: rows([1, 4], [3, 0]) }, says: "The divisor is 1: C = [[2, −4], [−4, 8]]." },
    "constant column": {
      given: { X: rows([1, 5, 2], [2, 5, -1], [6, 5, 0]) },
      says: "What does not vary varies with nothing: its row and its column are 0.",
    },
    "one column": { given: { X: [[1], [2], [6]] }, says: "C is one number in a matrix, the variance 7." },
    "more columns than examples": {
      given: { X: rows([1, 0, 2, -1], [3, 1, 0, 2]) },
      says: "C has a row and a column for each feature, 4 × 4, however few the examples.",
    },
  },
  laws: {
    "C is symmetric": (f) => equal(f(), transpose(f())),
    "moving the columns changes nothing, and −3·X has 9 times the covariances": (f, { X }) => {
      const moved = X.map((row) => row.map((x, j) => x + j + 1.5));
      const scaled = X.map((row) => row.map((x) => SCALE * x));
      return [
        equal(f({ X: moved }), f()),
        equal(
          f({ X: scaled }),
          f().map((row) => row.map((c) => c.times(SCALE ** 2))),
        ),
      ];
    },
    "XA, new columns made of the old ones, has the covariances AᵀCA": (f, { X }) => {
      const A = mixing(X);
      return equal(f({ X: product(X, A) }), product(transpose(A), product(f(), A)));
    },
    "vᵀCv is the variance of the numbers Xv, and never negative": (f, { X }) => {
      const v = X[0]!.map((_, j) => [1.5 - j]);
      const along = product(transpose(v), product(f(), v))[0]![0]!;
      const numbers = centred(product(X, v)).flat();
      return [equal(along, variance(numbers)), atMost(0, along)];
    },
    "the diagonal holds the variances of the columns, over n − 1": (f, { X }) =>
      equal(
        f().map((row, j) => row[j]!),
        transpose(centred(lift(X))).map(variance),
      ),
    "the order of the examples is irrelevant": (f, { X }) => equal(f({ X: X.toReversed() }), f()),
    "data centred before have the same covariances": (f, { X }, { ask }) =>
      equal(f({ X: ask(center, { X }) }), f()),
    "standardised columns have the trace m·n/(n − 1)": (f, { X }) => {
      if (X.length < 2 || transpose(X).some((column) => column.every((x) => x === column[0]))) return false;
      const C = f({ X: standardise(lift(X)) });
      return equal(sum(C.map((row, j) => row[j]!)), (X[0]!.length * X.length) / (X.length - 1));
    },
  },
  mistakes: {
    "not-centred": {
      is: ({ X }) => scatter(X, X.length - 1),
      step: 3,
      says: "The columns are not centred. XᵀX sums products of distances from 0; a covariance is about distances from the means.",
    },
    "not-divided": {
      is: ({ X }) => scatter(centredOf(X), 1),
      step: 2,
      says: "The sums are not divided. Twice the data would vary twice as much: divide by n − 1.",
    },
    "divided-by-n": {
      is: ({ X }) => scatter(centredOf(X), X.length),
      step: 2,
      says: "The sums are divided by n. Here it is n − 1: the deviations from the mean are only n − 1 free numbers.",
    },
    "rows-for-columns": {
      is: ({ X }) => scatter(centredOf(transpose(X)), X[0]!.length - 1),
      step: 4,
      says: "This is n × n: the examples are compared with each other. The columns are the variables, so C is m × m.",
    },
    "factors-exchanged": {
      is: ({ X }) => scatter(transpose(centredOf(X)), X.length - 1),
      step: 4,
      says: "This is DDᵀ, n × n: the examples are compared with each other. In DᵀD each entry is a column times a column.",
    },
    correlation: {
      is: ({ right }) =>
        right.map((row, j) => row.map((c, k) => c / Math.sqrt(right[j]![j]! * right[k]![k]!))),
      step: 6,
      says: "This is the correlation matrix, with 1 on its diagonal. Covariances keep the units of the columns.",
    },
    "variances-only": {
      is: ({ right }) => right.map((row, j) => row.map((c, k) => (j === k ? c : 0))),
      step: 3,
      says: "Only the diagonal is there. Beside it stands what two columns have in common.",
    },
    "one-mean-for-all": {
      is: ({ X }) =>
        scatter(
          less(X, () => mean(X.flat())),
          X.length - 1,
        ),
      step: 1,
      says: "One mean of all entries is subtracted. Each column has its own.",
    },
    "upper-triangle-alone": {
      is: ({ right }) => right.map((row, i) => row.map((c, j) => (j < i ? 0 : c))),
      step: 3,
      says: "Below the diagonal there are zeros. C is symmetric: what columns i and j have in common stands at [i][j] and at [j][i].",
    },
    "lower-triangle-alone": {
      is: ({ right }) => right.map((row, i) => row.map((c, j) => (j > i ? 0 : c))),
      step: 3,
      says: "Above the diagonal there are zeros. C is symmetric: what columns i and j have in common stands at [i][j] and at [j][i].",
    },
    "product-of-means-once": {
      is: ({ X }) => {
        const means = transpose(X).map(mean);
        return scatter(X, X.length - 1).map((row, i) => row.map((s, j) => s - means[i]! * means[j]!));
      },
      step: 2,
      says: "The product of the means is subtracted once from a sum that is divided by n − 1. Over n that would be right; over n − 1 it is n/(n − 1) times that product. Centring first is simpler.",
    },
    "absolute-products": {
      is: ({ X }) => {
        const columns = transpose(centredOf(X));
        return columns.map((a) =>
          columns.map((b) => total(a.map((ai, i) => Math.abs(ai * b[i]!))) / (X.length - 1)),
        );
      },
      step: 3,
      says: "The products have lost their signs. Where one column is above its mean and the other below, the product is negative, and counts against.",
    },
  },
});
