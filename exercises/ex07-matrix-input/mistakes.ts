/** Wrong formulas of a layer and its gradients, in plain numbers. */
import {
  courseSlope,
  curedBy,
  type Mistakes,
  roughSlopes,
  type SlopeOf,
  times,
} from "../../grader/exercise/form.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import type { Layer, Matrix } from "./args.ts";

const each = (A: Matrix, f: (a: number) => number): number[][] => A.map((row) => row.map(f));
const nets = ({ X, W }: Layer): number[][] => product(X, W);
const values = (data: Layer): number[][] => each(nets(data), functionOf(data.sigma).value);
const slopeAt = (data: Layer, at: Matrix): number[][] =>
  each(at, (z) => courseSlope(functionOf(data.sigma).value, z));
const slopes = (data: Layer): number[][] => slopeAt(data, nets(data));
const ones = (data: Layer): number[][] => each(nets(data), () => 1);
const outputSlopes = (data: Layer): number[][] => slopeAt(data, values(data));

/** Both gradients of the layer from what stands for the slopes. */
const byX = ({ W }: Layer, delta: Matrix): number[][] => product(delta, transpose(W));
const byW = ({ X }: Layer, delta: Matrix): number[][] => product(transpose(X), delta);

/** Slopes of σ that are measured. */
const measured = (data: Layer, slopeOf: SlopeOf): number[][] =>
  each(nets(data), (z) => slopeOf(functionOf(data.sigma).value, z));

const meanOver =
  "The sum is divided by the number of its terms, as in a mean. L adds all entries and divides by nothing.";
const shared = (gradient: (data: Layer, delta: Matrix) => number[][]): Mistakes<Layer, number[][]> =>
  curedBy(4, {
    "sigma-slope-forgotten": {
      is: (data) => gradient(data, ones(data)),
      says: "The slope of σ is missing. A change of an entry of X·W is stretched by σ′ there before it reaches L.",
    },
    "value-for-slope": {
      is: (data) => gradient(data, values(data)),
      says: "σ itself stands where its slope belongs. What stretches a change of an entry of X·W is σ′ there.",
    },
    "sigmoid-slope-for-any": {
      is: (data) =>
        gradient(
          data,
          each(values(data), (s) => s * (1 - s)),
        ),
      says: "This is σ(1 − σ), the slope of the sigmoid alone. σ can be any function here: measure its slope.",
    },
    "slope-at-the-output": {
      is: (data) => gradient(data, outputSlopes(data)),
      says: "The slope of σ is taken at S, which is what comes out of σ. It belongs at X·W, which goes in.",
    },
    ...roughSlopes(4, (data: Layer, slopeOf) => gradient(data, measured(data, slopeOf))),
    "mean-for-sum": {
      is: ({ right, sizes }) => each(right, (g) => g / (sizes.n! * sizes.k!)),
      step: 2,
      says: meanOver,
    },
  });

export const forwardMistakes: Mistakes<Layer, number> = curedBy(2, {
  "sigma-of-the-sum": {
    is: (data) => functionOf(data.sigma).value(total(nets(data).flat())),
    says: "The entries of X·W are added first, and σ is taken of the sum. σ comes first, of each entry by itself.",
  },
  "sigma-of-row-sums": {
    is: (data) => total(nets(data).map((row) => functionOf(data.sigma).value(total(row)))),
    says: "σ is taken of the sum of each row. It is taken of every entry of X·W by itself, and then all are added.",
  },
  "sigma-forgotten": {
    is: (data) => total(nets(data).flat()),
    says: "This is the sum of the entries of X·W. Each of them has to go through σ first.",
  },
  "mean-for-sum": { is: ({ right, sizes }) => right / (sizes.n! * sizes.k!), says: meanOver },
  "first-column-alone": {
    is: (data) => total(values(data).map(([first]) => first!)),
    says: "Only the first column of S is added. Every example has k results, and all of them count.",
  },
});

export const byInputsMistakes: Mistakes<Layer, number[][]> = curedBy(5, {
  ...shared(byX),
  "one-output-alone": {
    is: (data) => slopes(data).map(([first]) => data.W.map(([w]) => first! * w!)),
    says: "Only the first column of X·W sends its share back. An input takes part in all k entries of its row, and the shares add.",
  },
  "one-example-for-all": {
    is: (data) => {
      const [first] = slopes(data);
      return byX(
        data,
        data.X.map(() => first!),
      );
    },
    says: "All rows are made with the slopes of the first example. Each example has slopes of its own, those of its row of X·W.",
  },
  "weights-not-transposed": {
    is: (data) => {
      const delta = slopes(data);
      return data.X.map((row, i) =>
        row.map((_, l) => total(delta[i]!.map((s, j) => s * (data.W[j]?.[l] ?? Number.NaN)))),
      );
    },
    says: "Rows and columns of W are exchanged. W[l][j] leads from input l to column j, and the sum runs over j.",
  },
});

export const byWeightsMistakes: Mistakes<Layer, number[][]> = curedBy(6, {
  ...shared(byW),
  "slopes-behind-the-product": {
    is: (data) => {
      const delta = slopes(data);
      return byW(data, ones(data)).map((row, l) => row.map((w, j) => w * (delta[l]?.[j] ?? Number.NaN)));
    },
    says: "The inputs are summed over the examples first, and then multiplied by slopes. Each example has slopes of its own, so that they belong into the sum: first the slopes, then the product with Xᵀ.",
  },
  transposed: {
    is: ({ right }) => transpose(right),
    says: "The numbers are right, with rows and columns exchanged: this is σ′ᵀX. The gradient has the shape of W, m × k, and is Xᵀσ′.",
  },
  "mean-over-examples": {
    is: times("1/n"),
    step: 2,
    says: "The sum over the examples is divided by n. L is a sum and no mean, so nothing is divided.",
  },
  "inputs-alone": {
    is: ({ X }) => transpose(X),
    says: "This is Xᵀ, one factor of the gradient. What it multiplies are the slopes of σ, n × k of them.",
  },
  "last-example-alone": {
    is: (data) => {
      const last = slopes(data).at(-1)!;
      return data.X.at(-1)!.map((x) => last.map((s) => x * s));
    },
    says: "This is the last example alone: each one overwrites the one before. A weight takes part in every example, and the shares add.",
  },
});
