import { define, defineExercise, type InputsOf } from "../../grader/exercise/exercise.ts";
import { drawn } from "../../grader/exercise/inputs.ts";
import { matrix, record, scalar, vector } from "../../grader/exercise/types.ts";
import type { Value } from "../../grader/value.ts";
import { eigenSymmetric, signOf } from "../../reference/eigen.ts";
import type { Num } from "../../reference/num.ts";
import { covarianceOfStandardised, gapsOf, pca } from "../../reference/pca.ts";
import { standardise } from "../../reference/standardise.ts";
import { lift } from "../../reference/tracked.ts";
import {
  columnOf,
  decomposes,
  decomposition,
  fewerDims,
  firstIsBest,
  keepsDistances,
  orderOfExamples,
  total,
  uncorrelated,
  unitsDoNotMatter,
  varianceIsEigenvalue,
} from "./laws.ts";

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

/** Smallest distance of two eigenvalues, and of the last from 0: with less, rounding turns the vectors too far to compare. */
const SMALLEST_GAP = 0.03;

/**
 * Largest ratio of an eigenvalue to the one before it. A power iteration of k steps is off by its k-th power: drawn
 * inputs show the same of it at every seed, and an edge case shows what it makes of closer ones.
 */
const LARGEST_RATIO = 0.9;

function hasDistinctEigenvalues({ X }: Data): boolean {
  const C = covarianceOfStandardised(standardise(lift(X)));
  const { values } = eigenSymmetric(C.map((row) => row.map((entry) => entry.value)));
  const isApart = values.slice(1).every((value, k) => value <= LARGEST_RATIO * values[k]!);
  return isApart && Math.min(values.at(-1)!, ...gapsOf(values)) >= SMALLEST_GAP;
}

export interface Answer {
  readonly eigVals: readonly Num[];
  readonly eigVecs: readonly (readonly Num[])[];
  readonly projected: readonly (readonly Num[])[];
  readonly variances: readonly Num[];
}

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
          says: "The second column has standard deviation 0, and standardised it is 0.",
          ifNaN: "0/0 is NaN: divide only where the standard deviation is not 0.",
          ifNumber:
            "Each column of eigVecs belongs to the eigenvalue in its place, also to 0, and all stand at right angles.",
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
        "two eigenvalues close together": {
          given: {
            X: [
              [0, -2, 1],
              [1, 4, -1],
              [0, 0, 2],
              [0, -2, 0],
              [5, 1, 2],
            ],
            dims: 2,
          },
          says: "The first two eigenvalues are 1.717 and 1.701.",
          ifNumber: "An iteration that stops too early has not told them apart.",
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
