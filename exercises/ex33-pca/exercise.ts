import {
  type ArgsOf,
  args,
  atMost,
  equal,
  exercise,
  type MistakeCase,
  matrix,
  record,
  rows,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/matrix.ts";
import { dot, mean, type Num, num, sum } from "../../reference/num.ts";
import { pca } from "../../reference/pca.ts";
import { lift } from "../../reference/tracked.ts";
import {
  alignSigns,
  type Components,
  decomposed,
  decomposes,
  hasDistinctEigenvalues,
  type Matrix,
  sameUpToSigns,
  standardised,
  valuesIn,
} from "./laws.ts";

const data = args(
  {
    X: matrix("n m", "examples, one a row", {
      // Columns of different scale and place: without standardising, another direction wins.
      draw: (draw) => {
        const columns = draw.list(draw.size("m"), () => [draw.pick([1, 2, 4]), draw.integer(-4, 4)] as const);
        return draw.list(draw.size("n"), () => columns.map(([scale, place]) => scale * draw.real() + place));
      },
    }),
    dims: scalar("number of components to project on, 0 … m", {
      domain: "integer",
      draw: (draw) => draw.integer(1, draw.size("m")),
    }),
  },
  { accepts: hasDistinctEigenvalues, sizes: { n: [6, 9], m: [3, 5] } },
);

/** Sums of products of columns. */
const scatter = (P: Num[][]): Num[][] => product(transpose(P), P);
/** Squared distances from the first example. */
const fromFirst = (P: Num[][]): Num[] => P.map((p) => sum(p.map((x, j) => x.minus(P[0]![j]!).squared())));
const all = (X: Matrix) => ({ dims: X[0]!.length });

type Case = MistakeCase<ArgsOf<typeof data>, Components>;

function centred(X: Matrix): Matrix {
  const means = transpose(X).map((column) => mean(column.map(num)).value);
  return X.map((row) => row.map((x, j) => x - means[j]!));
}

/** Examples along the first vectors, with the variances that they have there. */
function along(Z: Matrix, eigVecs: Matrix, dims: number): Omit<Components, "eigVals"> {
  const shown = eigVecs.map((row) => row.slice(0, dims));
  const projected = valuesIn(product(Z, shown));
  const spread = transpose(centred(projected));
  return { eigVecs, projected, variances: spread.map((p) => dot(p, p).value / Z.length) };
}

/** The recipe without standardising. */
function pcaOf(Z: Matrix, { dims, right }: Case): Components {
  const { values, vectors } = decomposed(lift(centred(Z)));
  const eigVecs = vectors.map((row) => [...row]);
  return alignSigns({ eigVals: [...values], ...along(Z, eigVecs, dims) }, right);
}

/** The right answer with the last component first. */
function ascending({ X, right: { eigVals, eigVecs }, dims }: Case): Components {
  const vectors = eigVecs.map((row) => row.toReversed());
  return { eigVals: eigVals.toReversed(), ...along(valuesIn(standardised(X)), vectors, dims) };
}

const scaled = (numbers: number[], by: number): number[] => numbers.map((x) => x * by);

export default exercise({
  title: "Principal components by eigendecomposition",
  unit: 5,
  source: "Machine Learning Visualized, 0.3.4 and 0.3.5",
  requires: ["ex31", "ex32"],
  derivation: "pca",
  symbols: {
    n: "number of examples",
    m: "number of features",
    Z: "standardised examples, (X − μ)/σ",
    C: "covariance matrix of Z, ZᵀZ/(n − 1)",
  },
  functions: {
    pca: data.answer({
      says: "Principal components of data whose columns are standardised first. σ and the variances divide by n, C by n − 1. A constant column has σ = 0 and becomes a column of zeros. Each eigenvector has its entry of largest absolute value positive. Throws a RangeError if n < 2 or dims > m.",
      formula: String.raw`Z = (X - \mu)/\sigma, \quad C = Z^T Z/(n - 1) = V \Lambda V^T, \quad P = Z V_{1 \dots d}`,
      returns: record(
        {
          eigVals: vector("m", "all eigenvalues of C, largest first"),
          eigVecs: matrix("m m", "their unit eigenvectors, one a **column**, in the same order"),
          projected: matrix("n dims", "Z times the first dims columns of eigVecs"),
          variances: vector("dims", "variances of the columns of projected"),
        },
        "the components, and the examples along them",
      ),
      is: ({ X }, { dims }) => ({ ...pca(X, dims) }),
      align: alignSigns,
      example: { X: rows([0, 1], [2, 3], [4, 2]), dims: 1 },
      edges: {
        "constant column": {
          given: { X: rows([1, 5, 2], [2, 5, -1], [4, 5, 0], [0, 5, 3]), dims: 2 },
          says: "The second column has standard deviation 0, and standardised it is 0.",
          ifNaN: "0/0 is NaN: divide only where the standard deviation is not 0.",
          ifNumber:
            "Each column of eigVecs belongs to the eigenvalue in its place, also to 0, and all stand at right angles.",
        },
        "collinear columns": {
          given: { X: rows([1, 2], [2, 4], [4, 8]), dims: 2 },
          says: "All examples lie on a line: the second eigenvalue is 0, up to rounding.",
        },
        "fewer examples than features": {
          given: { X: rows([1, 0, 2, -1], [2, 3, 0, 1], [4, 1, 1, 0.5]), dims: 4 },
          holds: decomposes,
          says: "Three examples span two directions at most, so two eigenvalues are 0 and their vectors are free.",
        },
        "equal eigenvalues": {
          given: { X: rows([1, 1], [1, -1], [-1, 1], [-1, -1]), dims: 2 },
          holds: decomposes,
          says: "Both eigenvalues are 4/3, and any two orthonormal vectors are right.",
        },
        "no dims": {
          given: { dims: 0 },
          says: "With dims = 0 projected is n empty rows, and variances is empty.",
        },
        "all dims": {
          given: { X: rows([1, 0, 2], [2, 3, 0], [4, 1, 1], [0, 2, -2], [3, 3, 5]), dims: 3 },
          says: "With dims = m the examples are turned, and nothing of them is lost.",
        },
        "more dims than features": {
          given: { dims: 7 },
          throws: true,
          says: "There are only m components: the function throws a RangeError.",
        },
        "one feature": {
          given: { X: [[1], [2], [4]], dims: 1 },
          says: "The only direction is 1, with n/(n − 1) as eigenvalue.",
        },
        "one example": {
          given: { X: [[1, 2, 3]], dims: 1 },
          throws: true,
          says: "A single example has no variance, n − 1 = 0: the function throws a RangeError.",
        },
        "two examples": {
          given: { X: rows([1, 4], [3, 0]), dims: 1 },
          says: "Two examples lie on a line: the eigenvalues are 4 and 0.",
        },
        "two eigenvalues close together": {
          given: { X: rows([0, -2, 1], [1, 4, -1], [0, 0, 2], [0, -2, 0], [5, 1, 2]), dims: 2 },
          says: "The first two eigenvalues are 1.717 and 1.701.",
          ifNumber: "An iteration that stops too early has not told them apart.",
        },
      },
      laws: {
        "C v = λ v for every column v of eigVecs; they are orthonormal; eigVals descend and are not negative":
          (f, { X }) => decomposes(f(all(X)), { X, ...all(X) }),
        "the projected columns are uncorrelated": (f, { X }) =>
          scatter(f(all(X)).projected).flatMap((row, k) =>
            row.slice(0, k).map((between) => equal(between, 0)),
          ),
        "the variance of projected column k, over n − 1, is eigVals[k]": (f, { X }) => {
          const { projected, eigVals } = f(all(X));
          const variances = scatter(projected).map((row, k) => row[k]!.over(X.length - 1));
          return equal(variances, eigVals);
        },
        "the eigenvalues add up to m·n/(n − 1)": (f, { X }) =>
          equal(sum(f().eigVals), (X[0]!.length * X.length) / (X.length - 1)),
        "shifting a column, or scaling it by a positive factor, changes nothing but signs": (f, { X }) =>
          sameUpToSigns(f({ X: X.map(([first, ...others]) => [3 * first! + 1.75, ...others]) }), f()),
        "no direction has a larger variance, over n − 1, than eigVals[0]": (f, { X }) => {
          const { eigVals } = f();
          const Z = standardised(X);
          const axes = X[0]!.map((_, j) => X[0]!.map((_, k) => (j === k ? 1 : 0)));
          // Axes, and the directions of the examples: where the data lie, the variance is large.
          const towards = valuesIn(Z).map((z) => scaled(z, 1 / Math.hypot(...z)));
          const lengths = [...axes, ...towards].map((u) => Z.map((z) => dot(z, u)));
          return lengths.map((length) => atMost(dot(length, length).over(X.length - 1), eigVals[0]!));
        },
        "with all components, the distances between the examples are those of the standardised examples": (
          f,
          { X },
        ) => equal(fromFirst(f(all(X)).projected), fromFirst(standardised(X))),
        "examples in another order are projected in that order, and nothing else changes but signs": (
          f,
          { X },
        ) => {
          const { projected, ...after } = f({ X: X.toReversed() });
          return sameUpToSigns({ ...after, projected: projected.toReversed() }, f());
        },
        "fewer dims are the first columns of more": (f, { X }) => {
          const { eigVecs, eigVals, projected, variances } = f(all(X));
          const first = projected.map((row) => row.slice(0, 1));
          const variance = variances.slice(0, 1);
          return sameUpToSigns(f({ dims: 1 }), { eigVals, eigVecs, projected: first, variances: variance });
        },
      },
      mistakes: {
        "not-standardised": {
          is: (given) => pcaOf(given.X, given),
          step: 1,
          says: "X is used as it is. A column in large units then takes the first component; standardise first, z = (x − μ)/σ.",
        },
        "centred-only": {
          is: (given) => pcaOf(centred(given.X), given),
          step: 1,
          says: "The columns are centred but not divided by their standard deviation, so the units of a column decide.",
        },
        "sample-std": {
          is: ({ X, right }) => {
            const share = (X.length - 1) / X.length;
            return {
              eigVals: scaled(right.eigVals, share),
              eigVecs: right.eigVecs,
              projected: right.projected.map((row) => scaled(row, Math.sqrt(share))),
              variances: scaled(right.variances, share),
            };
          },
          step: 1,
          says: "The standard deviation is taken over n − 1. Here it divides by n; the n − 1 belongs to the covariance matrix.",
        },
        "smallest-first": {
          is: ascending,
          step: 5,
          says: "The components come smallest first. Many solvers sort that way; the first component is the one with the largest eigenvalue.",
        },
        "vectors-not-sorted": {
          is: (given) => ({ ...ascending(given), eigVals: given.right.eigVals }),
          step: 5,
          says: "The eigenvalues are sorted, but their vectors are not. Each column moves with its eigenvalue.",
        },
        "raw-projected": {
          is: ({ X, dims, right }) => ({ ...right, ...along(X, right.eigVecs, dims) }),
          step: 6,
          says: "The raw X is projected. The directions belong to the standardised examples, so those are projected: P = ZV.",
        },
        "not-divided": {
          is: ({ X, right }) => ({ ...right, eigVals: scaled(right.eigVals, X.length - 1) }),
          step: 2,
          says: "These are the eigenvalues of ZᵀZ. The covariance matrix is ZᵀZ/(n − 1), and so are its eigenvalues.",
        },
        "divided-by-n": {
          is: ({ X, right }) => ({ ...right, eigVals: scaled(right.eigVals, (X.length - 1) / X.length) }),
          step: 2,
          says: "The covariance matrix is divided by n. It divides by n − 1, so that eigVals are n/(n − 1) times the variances.",
        },
        "sample-variances": {
          is: ({ right, dims }) => ({ ...right, variances: right.eigVals.slice(0, dims) }),
          step: 6,
          says: "The variances are taken over n − 1, which makes them the eigenvalues again. Here they divide by n.",
        },
        "vectors-in-rows": {
          is: ({ right }) => alignSigns({ ...right, eigVecs: transpose(right.eigVecs) }, right),
          step: 5,
          says: "The eigenvectors are the rows of your matrix. They stand in its columns.",
        },
      },
    }),
  },
  hints: [
    "There are four stages: standardise, covariance, eigenvectors, projection. Which of them divides by n, and which by n − 1?",
    "The third stage is Jacobi's method. In which order do its values come, and are the vectors rows or columns? The coordinate of z along a unit vector v is z·v.",
    "Z = (X − μ)/σ with σ over n, 0 where σ = 0; C = ZᵀZ/(n − 1); sort by λ, largest first, and move whole columns along; projected = Z times the first dims columns; variances = their mean squares.",
  ],
});
