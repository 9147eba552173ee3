/** All eigenvalues and eigenvectors of a symmetric matrix. */

import { boundedBy, equalUpToSigns, solves } from "../../grader/exercise/decompositions.ts";
import { args, equal, type Laws, matrix, record, rows, shifted, vector } from "../../grader/exercise/form.ts";
import { determinant, product, transpose } from "../../reference/numbers/matrix.ts";
import { type Num, sum } from "../../reference/numbers/num.ts";
import { type Lifted, lift } from "../../reference/numbers/tracked.ts";
import { eigenSymmetric as solved } from "../../reference/unsupervised/eigen.ts";
import { decomposition, gapsOf } from "../../reference/unsupervised/eigen-bounds.ts";
import { alignSigns, changed, type Eigen, type Given, type Matrix, mistakes } from "./symmetric-mistakes.ts";
import { eigenvalues2x2 } from "./two-by-two.ts";

/** Smallest distance of two eigenvalues: with less, rounding turns the vectors too far to compare. */
const SMALLEST_GAP = 0.2;
/** Apart, and without their signs not so near that rounding decides which is larger. */
const areApart = (values: readonly number[]): boolean =>
  Math.min(...gapsOf(values)) >= SMALLEST_GAP && Math.min(...gapsOf(values.map(Math.abs))) >= 1e-3;

/** Nothing is 0 off the diagonal: what a zero there does, edge cases show. */
const isFull = (A: Matrix): boolean => A.every((row, i) => row.every((a, j) => i === j || a !== 0));

const symmetric = args(
  {
    A: matrix("m m", "symmetric matrix", {
      draw: (draw) => {
        const entries = draw.matrix(draw.size("m"), draw.size("m"));
        return entries.map((row, i) => row.map((a, j) => (j < i ? entries[j]![i]! : a)));
      },
    }),
  },
  { sizes: { m: [3, 4] }, accepts: ({ A }) => isFull(A) && areApart(solved(A).values) },
);

const named = { matrix: "A", values: "values", vectors: "vectors" };
const holds = (answer: Lifted<Eigen>, { A }: Given) => solves(lift(A), answer, named);
/** QᵀX for the turn Q of the first two coordinates with cosine 3/5 and sine 4/5. */
function turned(X: Num[][]): Num[][] {
  const [first, second] = X as [Num[], Num[]];
  const mixed = (a: number, b: number) => first.map((x, j) => x.times(a).plus(second[j]!.times(b)));
  return [mixed(0.6, 0.8), mixed(-0.8, 0.6), ...X.slice(2)];
}

const SHIFT = 1.5;
const laws: Laws<Given, Eigen> = {
  "A v = λ v for every column v of vectors; they are orthonormal; values descends": {
    claims: (f, given) => holds(f(), given),
    ifBroken:
      "Does each turn change columns and rows of A, both numbers from the old ones, and the columns of vectors along?",
  },
  "the values add up to the trace, their squares to those of all entries, and their product is the determinant":
    (f, { A }) => {
      const { values } = f();
      const entries = lift(A);
      return [
        equal(sum(values), sum(entries.map((row, i) => row[i]!))),
        equal(sum(values.map((value) => value.squared())), sum(entries.flat().map((a) => a.squared()))),
        equal(
          values.reduce((all, value) => all.times(value)),
          determinant(entries),
        ),
      ];
    },
  "V Λ Vᵀ is A again": (f, { A }) => {
    const { values, vectors } = f();
    const stretched = vectors.map((row) => row.map((v, k) => v.times(values[k]!)));
    const bounded = boundedBy(lift(A));
    return equal(
      product(stretched, transpose(vectors)).map((row) => row.map((a) => bounded(a))),
      A,
    );
  },
  "A + 1.5·I has all values larger by 1.5, and the same vectors but for signs": (f, { A }) => {
    const [more, here] = [f({ A: changed(A, (a, i, j) => (i === j ? a + SHIFT : a)) }), f()];
    return [equal(more.values, shifted(here.values, SHIFT)), equalUpToSigns(more.vectors, here.vectors)];
  },
  "QᵀAQ, with Q a turn, has the same values, and the vectors Qᵀv": (f, { A }) => {
    if (A.length < 2) return false;
    const similar = turned(transpose(turned(lift(A))));
    const [after, here] = [f({ A: similar }), f()];
    return [equal(after.values, here.values), equalUpToSigns(after.vectors, turned(here.vectors))];
  },
  "the first two rows and columns alone have the values of eigenvalues2x2": (f, { A }, { ask }) => {
    if (A.length < 2) return false;
    const corner = A.slice(0, 2).map((row) => row.slice(0, 2));
    return equal(f({ A: corner }).values, ask(eigenvalues2x2, { A: corner }));
  },
};

const ifNaN =
  "Where a_pq is 0 and a_pp is a_qq, the quotient 2a_pq/(a_pp − a_qq) is 0/0. Math.atan2 takes both numbers undivided.";

export const eigenSymmetric = symmetric.answer<Eigen>({
  says: "All eigenvalues of a symmetric matrix, and their eigenvectors, of length 1 and at right angles to each other. Each vector may be replaced by its negative.",
  formula: "A V = V \\Lambda, \\quad V^T V = I",
  returns: record(
    {
      values: vector("m", "the eigenvalues, largest first"),
      vectors: matrix("m m", "their eigenvectors, of length 1, one a **column**, in the same order"),
    },
    "eigenvalues and eigenvectors",
  ),
  is: ({ A }) => decomposition(A),
  align: alignSigns,
  limit: "the iteration for the eigenvectors",
  example: { A: rows([2, 1], [1, 2]) },
  edges: {
    "diagonal matrix": {
      given: { A: rows([1, 0, 0], [0, -2, 0], [0, 0, 3]) },
      says: "The values are 3, 1 and −2, and the vectors are axes in that order.",
    },
    "equal entries on the diagonal": {
      given: { A: rows([1, 2], [2, 1]) },
      says: "A turn by an eighth of a circle makes a₁₂ zero: the values are 3 and −1.",
    },
    "a value twice": {
      given: { A: rows([3, 1, 1], [1, 3, 1], [1, 1, 3]) },
      holds,
      says: "The values are 5, 2 and 2. To 2 belongs a whole plane, and any two orthonormal vectors in it are right.",
      ifNaN,
    },
    "zero matrix": {
      given: { A: rows([0, 0, 0], [0, 0, 0], [0, 0, 0]) },
      holds,
      says: "All values are 0, and any three orthonormal vectors are right.",
      ifNaN,
    },
    "two values close together": {
      given: { A: rows([1, 2, -2], [2, 1, 2], [-2, 2, 1.0625]) },
      says: "The first two values are 3.042 and 3.",
      ifNumber: "Does the iteration go on until it has told them apart?",
    },
    "one number": { given: { A: [[-4]] }, says: "The only value is −4, with the vector [1] or [−1]." },
  },
  laws,
  mistakes,
});
