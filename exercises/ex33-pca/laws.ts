/** What holds for every input. */
import type { CallsLaw as Law } from "../../grader/exercise/exercise.ts";
import { atMost, equal, type Relation, stated } from "../../grader/exercise/relations.ts";
import { dot, Num, sum } from "../../reference/num.ts";
import { covarianceOfStandardised, uncertaintyOf } from "../../reference/pca.ts";
import { standardise } from "../../reference/standardise.ts";
import { lift } from "../../reference/tracked.ts";
import type { Answer, Data } from "./exercise.ts";

export const columnOf = <T>(rows: readonly (readonly T[])[], k: number): T[] => rows.map((row) => row[k]!);

const indices = (length: number): number[] => Array.from({ length }, (_, i) => i);
const zeros = (values: readonly unknown[]): number[] => values.map(() => 0);

/**
 * What makes a decomposition right, whatever basis it chose for equal eigenvalues. The bounds are those of the
 * matrix as a whole, without the gap: a residual stays small where a vector turns far.
 */
export function decomposes(
  { eigVals, eigVecs, projected, variances }: Answer,
  { X, dims }: Data,
): Relation[] {
  const Z = standardise(lift(X));
  const C = covarianceOfStandardised(Z);
  const { magnitude, roundings } = uncertaintyOf(C);
  const bounded = (x: Num, size = magnitude): Num => new Num(x.value, size, roundings + x.roundings);
  const [values, vectors] = [
    eigVals.map((value) => new Num(value.value)),
    eigVecs.map((row) => row.map((v) => new Num(v.value))),
  ];
  const axes = indices(values.length);
  const shown = axes.slice(0, dims);
  const column = (k: number) => columnOf(vectors, k);
  const residuals = axes.map((k) =>
    axes.map((j) => bounded(dot(C[j]!, column(k)).minus(values[k]!.times(vectors[j]![k]!)))),
  );
  const products = axes.map((k) => axes.map((l) => bounded(dot(column(k), column(l)), 1)));
  return [
    stated("C v − λ v is 0 for each column v of eigVecs", equal(residuals, residuals.map(zeros))),
    stated(
      "the columns of eigVecs have length 1 and stand at right angles: VᵀV is the unit matrix",
      equal(
        products,
        axes.map((k) => axes.map((l) => (k === l ? 1 : 0))),
      ),
    ),
    ...axes
      .slice(1)
      .map((k) => stated("eigVals descends", atMost(bounded(values[k]!), bounded(values[k - 1]!)))),
    stated("no eigenvalue is below 0", atMost(0, bounded(values.at(-1)!))),
    stated(
      "projected is Z times the first dims columns of eigVecs",
      equal(
        projected.map((row) => row.map((p) => new Num(p.value))),
        Z.map((z) => shown.map((k) => dot(z, column(k)))),
      ),
    ),
    stated(
      "the variances are (n − 1)/n times the eigenvalues",
      equal(
        variances.map((variance) => bounded(variance)),
        shown.map((k) => bounded(values[k]!.times(X.length - 1).over(X.length))),
      ),
    ),
  ];
}

/** Columns that agree up to the sign of each. */
function equalUpToSigns(a: Answer["eigVecs"], b: Answer["eigVecs"]): Relation {
  const signs = (a[0] ?? []).map((_, k) => {
    const along = a.reduce((total, row, i) => total + row[k]!.value * b[i]![k]!.value, 0);
    return along < 0 ? -1 : 1;
  });
  return equal(
    a.map((row) => row.map((x, k) => x.times(signs[k]!))),
    b,
  );
}

export const all = (data: Data): Data => ({ ...data, dims: data.X[0]!.length });

export const decomposition: Law<Data> = {
  says: "C v = λ v for every column v of eigVecs; they are orthonormal; eigVals descend and are not negative",
  calls: (data) => [all(data)],
  holds: ([answer]: [Answer], data) => decomposes(answer, all(data)),
};

export const uncorrelated: Law<Data> = {
  says: "the projected columns are uncorrelated",
  calls: (data) => [all(data)],
  holds: ([{ projected }]: [Answer]) =>
    indices(projected[0]!.length).flatMap((k) =>
      indices(k).map((l) => equal(dot(columnOf(projected, k), columnOf(projected, l)), 0)),
    ),
};

export const varianceIsEigenvalue: Law<Data> = {
  says: "the variance of projected column k, over n − 1, is eigVals[k]",
  calls: (data) => [all(data)],
  holds: ([{ projected, eigVals }]: [Answer], { X }) =>
    equal(
      eigVals.map((_, k) => dot(columnOf(projected, k), columnOf(projected, k)).over(X.length - 1)),
      eigVals,
    ),
};

export const total: Law<Data> = {
  says: "the eigenvalues add up to m·n/(n − 1)",
  calls: (data) => [data],
  holds: ([{ eigVals }]: [Answer], { X }) => equal(sum(eigVals), (X[0]!.length * X.length) / (X.length - 1)),
};

export const unitsDoNotMatter: Law<Data> = {
  says: "shifting a column, or scaling it by a positive factor, changes nothing but signs",
  calls: (data) => [data, { ...data, X: data.X.map(([first, ...others]) => [3 * first! + 1.75, ...others]) }],
  holds: ([before, after]: [Answer, Answer]) => [
    equal(after.eigVals, before.eigVals),
    equal(after.variances, before.variances),
    equalUpToSigns(after.eigVecs, before.eigVecs),
    equalUpToSigns(after.projected, before.projected),
  ],
};

export const firstIsBest: Law<Data> = {
  says: "no direction has a larger variance, over n − 1, than eigVals[0]",
  calls: (data) => [data],
  holds: ([{ eigVals }]: [Answer], { X }) => {
    const Z = standardise(lift(X));
    const axes = indices(X[0]!.length).map((j) => X[0]!.map((_, k) => (j === k ? 1 : 0)));
    // Axes, and the directions of the examples: where the data lie, the variance is large.
    const towards = Z.map((z) => z.map((zj) => zj.value / Math.hypot(...z.map(({ value }) => value))));
    return [...axes, ...towards].map((u) => {
      const along = Z.map((z) => dot(z, u));
      return atMost(dot(along, along).over(X.length - 1), eigVals[0]!);
    });
  },
};

export const keepsDistances: Law<Data> = {
  says: "with all components, the distances between the examples are those of the standardised examples",
  calls: (data) => [all(data)],
  holds: ([{ projected }]: [Answer], { X }) => {
    const Z = standardise(lift(X));
    const fromFirst = (rows: Answer["projected"]): Num[] =>
      rows.map((row) => sum(row.map((x, j) => x.minus(rows[0]![j]!).squared())));
    return equal(fromFirst(projected), fromFirst(Z));
  },
};

export const orderOfExamples: Law<Data> = {
  says: "examples in another order are projected in that order, and nothing else changes but signs",
  calls: (data) => [data, { ...data, X: data.X.toReversed() }],
  holds: ([before, after]: [Answer, Answer]) => [
    equal(after.eigVals, before.eigVals),
    equalUpToSigns(after.eigVecs, before.eigVecs),
    equalUpToSigns(after.projected.toReversed(), before.projected),
  ],
};

export const fewerDims: Law<Data> = {
  says: "fewer dims are the first columns of more",
  calls: (data) => [all(data), { ...data, dims: 1 }],
  holds: ([more, one]: [Answer, Answer]) => [
    equalUpToSigns(
      one.projected,
      more.projected.map((row) => row.slice(0, 1)),
    ),
    equal(one.variances, more.variances.slice(0, 1)),
    equal(one.eigVals, more.eigVals),
  ],
};
