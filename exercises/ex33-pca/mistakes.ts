import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import { eigenSymmetric } from "../../reference/eigen.ts";
import { alignSigns, type Data } from "./exercise.ts";

type Matrix = readonly (readonly number[])[];
type Answer = {
  readonly eigVals: readonly number[];
  readonly eigVecs: Matrix;
  readonly projected: Matrix;
  readonly variances: readonly number[];
};
type Case = MistakeCase<Data, Answer>;

const total = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
const mean = (terms: readonly number[]): number => total(terms) / terms.length;
const transposed = (rows: Matrix): Matrix => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));

/** Each column moved by its mean and divided by what `spread` makes of its deviations. */
const scaled = (X: Matrix, spread: (deviations: readonly number[]) => number): Matrix =>
  transposed(
    transposed(X).map((column) => {
      const deviations = column.map((x) => x - mean(column));
      const by = spread(deviations);
      return deviations.map((d) => (by === 0 ? 0 : d / by));
    }),
  );

const squares = (terms: readonly number[]): number => total(terms.map((x) => x * x));
const std = (deviations: readonly number[]): number => Math.sqrt(squares(deviations) / deviations.length);
const sampleStd = (deviations: readonly number[]): number =>
  Math.sqrt(squares(deviations) / (deviations.length - 1));

const standardised = (X: Matrix): Matrix => scaled(X, std);
const centred = (X: Matrix): Matrix => scaled(X, () => 1);

/** ZᵀZ of the centred columns. */
function scatter(Z: Matrix): Matrix {
  const columns = transposed(centred(Z));
  return columns.map((a) => columns.map((b) => total(a.map((ai, i) => ai * b[i]!))));
}

const divided = (rows: Matrix, by: number): Matrix => rows.map((row) => row.map((x) => x / by));
const covariance = (Z: Matrix): Matrix => divided(scatter(Z), Z.length - 1);

const projection = (Z: Matrix, V: Matrix, dims: number): Matrix =>
  Z.map((z) => Array.from({ length: dims }, (_, k) => total(z.map((zj, j) => zj * V[j]![k]!))));

const variancesOf = (P: Matrix, dims: number): number[] =>
  Array.from({ length: dims }, (_, k) => {
    const column = P.map((row) => row[k]!);
    return squares(column.map((p) => p - mean(column))) / column.length;
  });

interface Variant {
  /** What is decomposed and projected in place of the standardised examples. */
  readonly of?: (X: Matrix) => Matrix;
  /** What is projected, where that is something else. */
  readonly project?: (X: Matrix) => Matrix;
  readonly covariance?: (Z: Matrix) => Matrix;
  readonly ascending?: "both" | "vectors";
}

/** The whole recipe with a part exchanged, its signs turned to the right answer's side. */
function recipe({ X, dims, right }: Case, variant: Variant): Answer {
  const Z = (variant.of ?? standardised)(X);
  const { values, vectors } = eigenSymmetric((variant.covariance ?? covariance)(Z));
  const eigVals = variant.ascending === "both" ? values.toReversed() : values;
  const eigVecs = variant.ascending === undefined ? vectors : vectors.map((row) => row.toReversed());
  const projected = projection(variant.project?.(X) ?? Z, eigVecs, dims);
  return alignSigns({ eigVals, eigVecs, projected, variances: variancesOf(projected, dims) }, right);
}

export const mistakes = mistakesOf({
  pca: {
    "not-standardised": {
      is: (given: Case) => recipe(given, { of: (X) => X }),
      says: "X is used as it is. A column in large units then takes the first component; standardise first, z = (x − μ)/σ.",
      read: "pca#step-1",
    },
    "centred-only": {
      is: (given: Case) => recipe(given, { of: centred }),
      says: "The columns are centred but not divided by their standard deviation, so the units of a column decide.",
      read: "pca#step-1",
    },
    "sample-std": {
      is: (given: Case) => recipe(given, { of: (X) => scaled(X, sampleStd) }),
      says: "The standard deviation is taken over n − 1. Here it divides by n; the n − 1 belongs to the covariance matrix.",
      read: "pca#step-1",
    },
    "smallest-first": {
      is: (given: Case) => recipe(given, { ascending: "both" }),
      says: "The components come smallest first. Many solvers sort that way; the first component is the one with the largest eigenvalue.",
      read: "pca#step-5",
    },
    "vectors-not-sorted": {
      is: (given: Case) => recipe(given, { ascending: "vectors" }),
      says: "The eigenvalues are sorted, but their vectors are not. Each column moves with its eigenvalue.",
      read: "pca#step-5",
    },
    "raw-projected": {
      is: (given: Case) => recipe(given, { project: (X) => X }),
      says: "The raw X is projected. The directions belong to the standardised examples, so those are projected: P = ZV.",
      read: "pca#step-6",
    },
    "not-divided": {
      is: (given: Case) => {
        const { eigVals, ...rest } = given.right;
        return { eigVals: eigVals.map((value) => value * (given.X.length - 1)), ...rest };
      },
      says: "These are the eigenvalues of ZᵀZ. The covariance matrix is ZᵀZ/(n − 1), and so are its eigenvalues.",
      read: "pca#step-2",
    },
    "divided-by-n": {
      is: (given: Case) => recipe(given, { covariance: (Z) => divided(scatter(Z), Z.length) }),
      says: "The covariance matrix is divided by n. It divides by n − 1, so that eigVals are n/(n − 1) times the variances.",
      read: "pca#step-2",
    },
    "sample-variances": {
      is: ({ right, dims }: Case) => ({ ...right, variances: right.eigVals.slice(0, dims) }),
      says: "The variances are taken over n − 1, which makes them the eigenvalues again. Here they divide by n.",
      read: "pca#step-6",
    },
    "vectors-in-rows": {
      is: ({ right }: Case) => alignSigns({ ...right, eigVecs: transposed(right.eigVecs) }, right),
      says: "The eigenvectors are the rows of your matrix. They stand in its columns.",
      read: "pca#step-5",
    },
  },
});
