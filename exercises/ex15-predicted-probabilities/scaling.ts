/** Features on one scale. */
import { type ArgsOf, args, curedBy, equal, matrix, rows } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { minMaxScale as scaledColumns } from "../../reference/unsupervised/min-max.ts";

const isVaried = (X: readonly (readonly number[])[]): boolean =>
  transpose(X).every((column) => column.some((x) => x !== column[0]));

// What becomes of a column without a width, edge cases show.
const data = args(
  { X: matrix("n m", "features, one example a row") },
  { sizes: { n: [3, 7], m: [2, 5] }, accepts: ({ X }) => isVaried(X) },
);
type Data = ArgsOf<typeof data>;

/** Every entry by what its column holds. */
function byColumn({ X }: Data, scaled: (x: number, column: readonly number[]) => number): number[][] {
  const columns = transpose(X);
  return X.map((row) => row.map((x, j) => scaled(x, columns[j]!)));
}
const low = (list: readonly number[]): number => Math.min(...list);
const range = (list: readonly number[]): number => Math.max(...list) - low(list);

/** Smallest and largest entry of a column. */
const ends = (column: readonly Num[]): Num[] => {
  const sorted = column.toSorted((a, b) => a.value - b.value);
  return [sorted[0]!, sorted.at(-1)!];
};

export const minMaxScale = data.answer({
  says: "Every column of X brought to the interval from 0 to 1. A constant column becomes 0.",
  formula: String.raw`x'_{ij} = \frac{x_{ij} - \min_k x_{kj}}{\max_k x_{kj} - \min_k x_{kj}}`,
  returns: matrix("n m", "the scaled features"),
  is: ({ X }) => scaledColumns(X),
  example: { X: rows([1, 200], [3, 600], [2, 300]) },
  edges: {
    "constant column": {
      given: { X: rows([1, 5], [3, 5], [2, 5]) },
      says: "All of the second column is 5: it becomes 0.",
      ifNaN: "max − min is 0 there, and 0/0 is NaN.",
    },
    "one example": {
      given: { X: rows([4, -2, 0]) },
      says: "Every column of a single example is constant and becomes 0.",
      ifNaN: "max − min is 0 there, and 0/0 is NaN.",
    },
    "one feature": {
      given: { X: rows([2], [-2], [1], [0]) },
      says: "The result is a matrix of one column: 1, 0, 0.75, 0.5.",
    },
    "a column below 0": {
      given: { X: rows([-8, 1], [-2, 3], [-5, 2]) },
      says: "In the first column the smallest is −8, the largest −2. They become 0 and 1.",
    },
    "a column far from 0": {
      given: { X: rows([2019, 1], [2023, 0], [2020, 4]) },
      says: "Only the place between min and max counts: 2020 is a quarter of the way from 2019 to 2023.",
    },
  },
  laws: {
    "every scaled column has the minimum 0 and the maximum 1": (f, { X }) => {
      const scaled = f();
      return isVaried(X) && transpose(scaled).map((column) => equal(ends(column), [0, 1]));
    },
    "scaling what is scaled changes nothing": (f) => equal(f({ X: f() }), f()),
    "other units change nothing: 3·x + 1.75 in one column scales to the same": (f, { X }) =>
      equal(f({ X: X.map(([x, ...others]) => [3 * x! + 1.75, ...others]) }), f()),
    "a column with its sign flipped runs from 1 to 0, and its neighbours stay": (f, { X }) => {
      const mirrored = f({ X: X.map(([x, ...others]) => [-x!, ...others]) });
      const turned = f().map(([x, ...others]) => [num(1).minus(x!), ...others]);
      return isVaried(X) && equal(mirrored, turned);
    },
  },
  mistakes: curedBy(1, {
    "divided-by-the-maximum": {
      // What has no width becomes 0, as the task has it; here that is a column up to 0.
      is: (data) => byColumn(data, (x, column) => x / (Math.max(...column) || Number.POSITIVE_INFINITY)),
      says: "This is x/max. Subtract the minimum above and below: the smallest entry of a column becomes 0, whatever it was.",
    },
    "along-the-rows": {
      // What is constant becomes 0, as the task has it of columns.
      is: ({ X }) => X.map((row) => row.map((x) => (range(row) === 0 ? 0 : (x - low(row)) / range(row)))),
      says: "Minimum and maximum are taken along the rows, which mixes features of different units. They are taken down each column, over the examples.",
    },
    "standardised-instead": {
      is: (data) =>
        byColumn(data, (x, column) => {
          const centre = mean(column);
          return (x - centre) / Math.sqrt(mean(column.map((other) => (other - centre) ** 2)));
        }),
      says: "This subtracts the mean and divides by the standard deviation. Min-max scaling takes the minimum, and the width from minimum to maximum.",
    },
    "mean-for-minimum": {
      is: (data) => byColumn(data, (x, column) => (x - mean(column)) / range(column)),
      says: "The mean is subtracted in place of the minimum, so that columns lie around 0. Min-max scaling starts at 0.",
    },
    "minimum-not-subtracted": {
      is: (data) => byColumn(data, (x, column) => x / range(column)),
      says: "The minimum is missing above: x/(max − min) has the right width, and begins at min/(max − min) in place of 0.",
    },
    "maximum-for-width": {
      is: (data) => byColumn(data, (x, column) => (x - low(column)) / Math.max(...column)),
      says: "The minimum is subtracted above and not below: (x − min)/max does not end at 1. The whole width is max − min.",
    },
    "zero-in-every-range": {
      is: (data) =>
        byColumn(data, (x, column) => {
          const from0 = [0, ...column];
          return range(from0) === 0 ? 0 : (x - low(from0)) / range(from0);
        }),
      says: "Minimum and maximum begin at 0, so that 0 is in every range. Begin with the column's first entry, or with Infinity and −Infinity.",
    },
    "largest-from-zero": {
      is: (data) =>
        byColumn(data, (x, column) => {
          const width = Math.max(0, ...column) - low(column);
          return width === 0 ? 0 : (x - low(column)) / width;
        }),
      says: "The search for the maximum begins at 0, so that a column below 0 has the maximum 0. Begin with the column's first entry, or with −Infinity.",
    },
    "bracket-forgotten": {
      is: (data) => byColumn(data, (x, column) => x - low(column) / range(column)),
      says: "Only the minimum is divided: x − min/(max − min). The difference x − min needs brackets.",
    },
    "one-range-for-all-columns": {
      is: ({ X }) => {
        const all = X.flat();
        const [least, width] = [low(all), range(all)];
        return X.map((row) => row.map((x) => (x - least) / width));
      },
      says: "One minimum and one maximum are taken from the whole matrix. Every column has its own: a feature of small numbers would be squeezed flat.",
    },
  }),
});
