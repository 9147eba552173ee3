import { define, defineExercise, type InputsOf, type Law } from "../../grader/exercise/exercise.ts";
import { drawn } from "../../grader/exercise/inputs.ts";
import { atMost, equal, type Relation } from "../../grader/exercise/relations.ts";
import { matrix, record, scalar, vector } from "../../grader/exercise/types.ts";
import type { Value } from "../../grader/value.ts";
import { eigenSymmetric, signOf } from "../../reference/eigen.ts";
import { dot, Num, sum } from "../../reference/num.ts";
import { covarianceOfStandardised, gapsOf, pca, uncertaintyOf } from "../../reference/pca.ts";
import { standardise } from "../../reference/standardise.ts";
import { lift } from "../../reference/tracked.ts";

const inputs = {
  // Columns of different scale and place: without standardising, another direction wins.
  X: drawn(matrix("n m"), (draw) => {
    const columns = draw.list(draw.size("m"), () => ({
      scale: draw.pick([1, 2, 4]),
      place: draw.integer(-4, 4),
    }));
    return draw.list(draw.size("n"), () => columns.map(({ scale, place }) => scale * draw.real() + place));
  }),
  dims: drawn(scalar("integer"), (draw) => draw.integer(1, draw.size("m"))),
};
export type Data = InputsOf<typeof inputs>;

/** A part of an answer in plain numbers. */
export interface Components {
  readonly eigVals: readonly number[];
  readonly eigVecs: readonly (readonly number[])[];
  readonly projected: readonly (readonly number[])[];
  readonly variances: readonly number[];
}

const columnOf = <T>(rows: readonly (readonly T[])[], k: number): T[] => rows.map((row) => row[k]!);
const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, aj, j) => total + aj * b[j]!, 0) / (Math.hypot(...a) * Math.hypot(...b));

/** Below this, two vectors say nothing about each other's sign. */
const HARDLY_ALIKE = 0.1;

/**
 * Turns eigenvectors, and the projections on them, to the side of the expected ones. A vector that is across to
 * the expected one, as those of a mistake can be, is turned so that its largest entry is positive.
 */
export function alignSigns<C extends Components>(yours: C, expected: Components): C {
  const signs = yours.eigVals.map((_, k) => {
    const [mine, right] = [columnOf(yours.eigVecs, k), columnOf(expected.eigVecs, k)];
    const alike = cosine(mine, right);
    return Math.abs(alike) > HARDLY_ALIKE ? Math.sign(alike) : signOf(mine);
  });
  const turned = (rows: Components["eigVecs"]) => rows.map((row) => row.map((x, k) => x * signs[k]!));
  return { ...yours, eigVecs: turned(yours.eigVecs), projected: turned(yours.projected) };
}

/** Smallest distance of two eigenvalues: with less, rounding turns the vectors too far to compare. */
const SMALLEST_GAP = 0.03;

function hasDistinctEigenvalues({ X }: Data): boolean {
  const C = covarianceOfStandardised(standardise(lift(X)));
  const { values } = eigenSymmetric(C.map((row) => row.map((entry) => entry.value)));
  return Math.min(...gapsOf(values)) >= SMALLEST_GAP;
}

interface Answer {
  readonly eigVals: readonly Num[];
  readonly eigVecs: readonly (readonly Num[])[];
  readonly projected: readonly (readonly Num[])[];
  readonly variances: readonly Num[];
}

const indices = (length: number): number[] => Array.from({ length }, (_, i) => i);
const zeros = (values: readonly unknown[]): number[] => values.map(() => 0);

/**
 * What makes a decomposition right, whatever basis it chose for equal eigenvalues. The bounds are those of the
 * matrix as a whole, without the gap: a residual stays small where a vector turns far.
 */
function decomposes({ eigVals, eigVecs, projected, variances }: Answer, { X, dims }: Data): Relation[] {
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
    // C v = λ v
    equal(residuals, residuals.map(zeros)),
    // VᵀV = I
    equal(
      products,
      axes.map((k) => axes.map((l) => (k === l ? 1 : 0))),
    ),
    ...axes.slice(1).map((k) => atMost(bounded(values[k]!), bounded(values[k - 1]!))),
    atMost(0, bounded(values.at(-1)!)),
    // P = Z V
    equal(
      projected.map((row) => row.map((p) => new Num(p.value))),
      Z.map((z) => shown.map((k) => dot(z, column(k)))),
    ),
    equal(
      variances.map((variance) => bounded(variance)),
      shown.map((k) => bounded(values[k]!.times(X.length - 1).over(X.length))),
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

const all = (data: Data): Data => ({ ...data, dims: data.X[0]!.length });

const decomposition: Law<Data> = {
  says: "C v = λ v for every column v of eigVecs; they are orthonormal; eigVals descend and are not negative",
  calls: (data) => [all(data)],
  holds: ([answer]: [Answer], data) => decomposes(answer, all(data)),
};

const uncorrelated: Law<Data> = {
  says: "the projected columns are uncorrelated",
  calls: (data) => [all(data)],
  holds: ([{ projected }]: [Answer]) =>
    indices(projected[0]!.length).flatMap((k) =>
      indices(k).map((l) => equal(dot(columnOf(projected, k), columnOf(projected, l)), 0)),
    ),
};

const varianceIsEigenvalue: Law<Data> = {
  says: "the variance of projected column k, over n − 1, is eigVals[k]",
  calls: (data) => [all(data)],
  holds: ([{ projected, eigVals }]: [Answer], { X }) =>
    equal(
      eigVals.map((_, k) => dot(columnOf(projected, k), columnOf(projected, k)).over(X.length - 1)),
      eigVals,
    ),
};

const total: Law<Data> = {
  says: "the eigenvalues add up to m·n/(n − 1)",
  calls: (data) => [data],
  holds: ([{ eigVals }]: [Answer], { X }) => equal(sum(eigVals), (X[0]!.length * X.length) / (X.length - 1)),
};

const unitsDoNotMatter: Law<Data> = {
  says: "shifting a column, or scaling it by a positive factor, changes nothing but signs",
  calls: (data) => [data, { ...data, X: data.X.map(([first, ...others]) => [3 * first! + 1.75, ...others]) }],
  holds: ([before, after]: [Answer, Answer]) => [
    equal(after.eigVals, before.eigVals),
    equal(after.variances, before.variances),
    equalUpToSigns(after.eigVecs, before.eigVecs),
    equalUpToSigns(after.projected, before.projected),
  ],
};

const firstIsBest: Law<Data> = {
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

const keepsDistances: Law<Data> = {
  says: "with all components, the distances between the examples are those of the standardised examples",
  calls: (data) => [all(data)],
  holds: ([{ projected }]: [Answer], { X }) => {
    const Z = standardise(lift(X));
    const fromFirst = (rows: Answer["projected"]): Num[] =>
      rows.map((row) => sum(row.map((x, j) => x.minus(rows[0]![j]!).squared())));
    return equal(fromFirst(projected), fromFirst(Z));
  },
};

const orderOfExamples: Law<Data> = {
  says: "examples in another order are projected in that order, and nothing else changes but signs",
  calls: (data) => [data, { ...data, X: data.X.toReversed() }],
  holds: ([before, after]: [Answer, Answer]) => [
    equal(after.eigVals, before.eigVals),
    equalUpToSigns(after.eigVecs, before.eigVecs),
    equalUpToSigns(after.projected.toReversed(), before.projected),
  ],
};

const fewerDims: Law<Data> = {
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

export default defineExercise({
  title: "Principal components by eigendecomposition",
  unit: 5,
  unitTitle: "k-means and PCA",
  source: "Machine Learning Visualized, 0.3.4 and 0.3.5",
  requires: ["ex31", "ex32"],
  derivation: "pca",
  symbols: {
    X: "examples, one a row",
    dims: "number of components to project on",
    n: "number of examples",
    m: "number of features",
    Z: "standardised examples, (X − μ)/σ",
    C: "covariance matrix of Z, ZᵀZ/(n − 1)",
    eigVals: "eigenvalues of C, descending",
    eigVecs: "unit eigenvectors of C, one a column",
    projected: "coordinates of the examples along the first dims eigenvectors",
    variances: "variances of the projected columns, over n",
  },
  functions: {
    pca: define<Data>({
      inputs,
      returns: record({
        eigVals: vector("m"),
        eigVecs: matrix("m m"),
        projected: matrix("n dims"),
        variances: vector("dims"),
      }),
      reference: ({ X, dims }) => ({ ...pca(lift(X), dims) }),
      accepts: hasDistinctEigenvalues,
      align: (yours, expected) =>
        alignSigns(yours as unknown as Components, expected as unknown as Components) as unknown as Value,
      sizes: { n: [6, 9], m: [3, 5] },
      sizedBy: { dims: "dims" },
      edges: {
        "constant column": {
          given: {
            X: [
              [1, 5, 2],
              [2, 5, -1],
              [4, 5, 0],
              [0, 5, 3],
            ],
            dims: 2,
          },
          says: "The second column has standard deviation 0: it becomes 0, not NaN.",
        },
        "collinear columns": {
          given: {
            X: [
              [1, 2],
              [2, 4],
              [4, 8],
            ],
            dims: 2,
          },
          says: "All examples lie on a line: the second eigenvalue is 0, up to rounding.",
        },
        "fewer examples than features": {
          given: {
            X: [
              [1, 0, 2, -1],
              [2, 3, 0, 1],
              [4, 1, 1, 0.5],
            ],
            dims: 4,
          },
          holds: decomposes,
          says: "Three examples span two directions at most, so two eigenvalues are 0 and their vectors are free.",
        },
        "equal eigenvalues": {
          given: {
            X: [
              [1, 1],
              [1, -1],
              [-1, 1],
              [-1, -1],
            ],
            dims: 2,
          },
          holds: decomposes,
          says: "Both eigenvalues are 4/3, and any two orthonormal vectors are right.",
        },
        "no dims": { given: { dims: 0 }, says: "projected is n empty rows, variances is empty." },
        "all dims": {
          given: {
            X: [
              [1, 0, 2],
              [2, 3, 0],
              [4, 1, 1],
              [0, 2, -2],
              [3, 3, 5],
            ],
            dims: 3,
          },
        },
        "more dims than features": { given: { dims: 7 }, throws: true, says: "There are only m components." },
        "one feature": {
          given: { X: [[1], [2], [4]], dims: 1 },
          says: "The only direction is 1, with n/(n − 1) as eigenvalue.",
        },
        "one example": {
          given: { X: [[1, 2, 3]], dims: 1 },
          throws: true,
          says: "A single example has no variance: n − 1 = 0.",
        },
        "two examples": {
          given: {
            X: [
              [1, 4],
              [3, 0],
            ],
            dims: 1,
          },
        },
      },
      laws: [
        decomposition,
        uncorrelated,
        varianceIsEigenvalue,
        total,
        unitsDoNotMatter,
        firstIsBest,
        keepsDistances,
        orderOfExamples,
        fewerDims,
      ],
    }),
  },
  hints: [
    "There are four stages: standardise, covariance, eigenvectors, projection. Which of them divides by n, and which by n − 1?",
    "Your eigenSymmetric of ex32 does the third stage. In which order do its values come, and are the vectors rows or columns? The coordinate of z along a unit vector v is z·v.",
    "Z = (X − μ)/σ with σ over n, 0 where σ = 0; C = ZᵀZ/(n − 1); sort by λ, largest first, and move whole columns along; projected = Z times the first dims columns; variances = their mean squares.",
  ],
});
