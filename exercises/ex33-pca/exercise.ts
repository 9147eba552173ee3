import { valuesIn } from "../../grader/exercise/decompositions.ts";
import { atMost, equal, exercise, matrix, record, rows, vector } from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { dot, type Num, sum } from "../../reference/numbers/num.ts";
import { pca } from "../../reference/unsupervised/pca.ts";
import { data } from "./args.ts";
import {
  alignSigns,
  decomposes,
  type Matrix,
  projects,
  sameUpToSigns,
  solvesC,
  standardised,
} from "./laws.ts";
import { mistakes } from "./mistakes.ts";

/** Sums of products of columns. */
const scatter = (P: Num[][]): Num[][] => product(transpose(P), P);
/** Squared distances from the first example. */
const fromFirst = (P: Num[][]): Num[] => P.map((p) => sum(p.map((x, j) => x.minus(P[0]![j]!).squared())));
const all = (X: Matrix) => ({ dims: X[0]!.length });

export default exercise({
  title: "Principal components by eigendecomposition",
  unit: 5,
  source: "Machine Learning Visualized, 0.3.4 and 0.3.5",
  requires: ["ex31", "ex32"],
  derivation: "pca",
  points: 40,
  minutes: 50,
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
      limit: "the iteration for the eigenvectors",
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
          ifNumber: "Does the iteration go on until it has told them apart?",
        },
      },
      laws: {
        "C v = λ v for every column v of eigVecs; they are orthonormal; eigVals descend and are not negative":
          {
            claims: (f, { X }) => solvesC(f(all(X)), { X }),
            ifBroken:
              "Is Z right? The squares in each of its columns have the mean 1. If so, does the iteration go on long enough?",
          },
        "projected is Z times the first dims columns of eigVecs, and its variances are (n − 1)/n times eigVals":
          (f, { X }) => projects(f(all(X)), { X, ...all(X) }),
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
          const towards = valuesIn(Z).map((z) => z.map((x) => x / Math.hypot(...z)));
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
      mistakes,
    }),
  },
  nouns: {
    standardise: "the standardised X",
    Z: "the standardised X",
    std: "the standard deviation",
    covariance: "the covariance",
    C: "the covariance",
    jacobi: "the eigenvectors",
    angle: "the angle of a rotation",
    order: "the order of the eigenvalues",
    signs: "the signs",
    p: "a projection",
  },
  hints: [
    "There are four stages: standardise, covariance, eigenvectors, projection. Which of them divides by n, and which by n − 1?",
    "The third stage is your eigenSymmetric of ex32: copy it. In which order do its values come, and are the vectors rows or columns? The coordinate of z along a unit vector v is z·v.",
    "Z = (X − μ)/σ with σ over n, 0 where σ = 0; C = ZᵀZ/(n − 1); sort by λ, largest first, and move whole columns along; projected = Z times the first dims columns; variances = their mean squares.",
  ],
});
