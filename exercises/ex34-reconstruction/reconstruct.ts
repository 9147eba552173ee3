/** Back to the standardised features. */
import { args, atMost, curedBy, equal, matrix, rows } from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { type Num, sum } from "../../reference/numbers/num.ts";
import { product as times } from "../../reference/numbers/plain.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { eigenSymmetric, roundingsOfJacobi } from "../../reference/unsupervised/eigen.ts";
import { reconstruct as back } from "../../reference/unsupervised/reconstruction.ts";
import { truncate } from "./truncate.ts";

type Matrix = number[][];

const components = args(
  {
    truncated: matrix("n m", "coordinates along the eigenvectors, one example a row"),
    eigVecs: matrix("m m", "the eigenvectors, orthonormal, one a **column**", {
      draw: (draw) => {
        const A = draw.matrix(draw.size("m"), draw.size("m"));
        const { vectors } = eigenSymmetric(A.map((row, i) => row.map((a, j) => a + A[j]![i]!)));
        return vectors.map((row) => [...row]);
      },
    }),
  },
  { sizes: { n: [3, 6], m: [3, 4] } },
);

/**
 * Numbers that went through V and back: V is orthonormal to the rounding of the turns that it was made of, which an
 * example feels by its length.
 */
const throughV = (Z: Num[][]): Num[][] =>
  Z.map((z) => {
    const length = Math.hypot(...z.map(({ value }) => value));
    return z.map((x) => x.bounded(x.magnitude + length, x.roundings + roundingsOfJacobi(z.length)));
  });

const TURN = rows([0.6, -0.8], [0.8, 0.6]);
const squares = (M: Num[][]): Num => sum(M.flat().map((x) => x.squared()));
const minus = (A: Num[][], B: Num[][]): Num[][] => A.map((row, i) => row.map((a, j) => a.minus(B[i]![j]!)));
const negated = (M: Matrix): Matrix => M.map(([first, ...rest]) => [-first!, ...rest]);

export const reconstruct = components.answer<Matrix>({
  says: "The examples in the standardised features again, from their coordinates along the eigenvectors.",
  formula: String.raw`\hat Z = P_k V^T`,
  returns: matrix("n m", "the examples, standardised"),
  is: ({ truncated, eigVecs }) => back(truncated, eigVecs),
  example: { truncated: rows([5, 0], [-10, 0]), eigVecs: TURN },
  edges: {
    "nothing kept": {
      given: { truncated: rows([0, 0], [0, 0], [0, 0]), eigVecs: TURN },
      says: "What is left is the mean, which is 0 in every standardised feature.",
    },
    "axes for eigenvectors": {
      given: { truncated: rows([1, 2, 3], [4, 5, 6]), eigVecs: rows([0, 0, 1], [1, 0, 0], [0, 1, 0]) },
      says: "The first component lies along the second feature, the second along the third, the third along the first.",
    },
    "one feature": {
      given: { truncated: [[2], [-1]], eigVecs: [[-1]] },
      says: "The only eigenvector may point the other way, −1, and turns the signs back.",
    },
  },
  laws: {
    "with all components the examples come back: project Z, and reconstruct it": (
      f,
      { truncated: Z, eigVecs },
    ) => equal(f({ truncated: product(Z, eigVecs) }), throughV(lift(Z))),
    "the squares of an example add up to the same before and after": (f, { truncated }) =>
      equal(
        f().map((z) => squares([z])),
        lift(truncated).map((p) => squares([p])),
      ),
    "the squared error of k components is what the others held, and k + 1 never have more": (
      f,
      { truncated },
      { ask },
    ) => {
      const all = f();
      const kept = (k: number) => ask(truncate, { projected: truncated, k });
      const errorWith = (k: number) => squares(minus(all, f({ truncated: kept(k) })));
      return [
        equal(errorWith(1), squares(minus(lift(truncated), kept(1)))),
        atMost(errorWith(2), errorWith(1)),
      ];
    },
    "projecting the examples that come back gives their coordinates again": (f, { truncated, eigVecs }) =>
      equal(product(f(), eigVecs), throughV(lift(truncated))),
    "an eigenvector and its coordinates may both change their sign": (f, { truncated, eigVecs }) =>
      equal(f({ truncated: negated(truncated), eigVecs: negated(eigVecs) }), f()),
  },
  mistakes: curedBy(4, {
    "not-transposed": {
      is: ({ truncated, eigVecs }) => times(truncated, eigVecs),
      says: "The product is taken with V. That would project once more; the way back is Vᵀ, which undoes V.",
    },
    "projection-returned": {
      is: ({ truncated }) => truncated,
      says: "The coordinates come back as they are. They count along the eigenvectors, and have to be turned back to the features.",
    },
    "first-component-only": {
      is: ({ truncated, eigVecs }) => truncated.map(([p]) => eigVecs.map(([v]) => p! * v!)),
      says: "Only the first component is brought back. Each component adds its coordinate times its eigenvector.",
    },
    "eigenvectors-in-reverse": {
      is: ({ truncated, eigVecs }) => times(truncated, transpose(eigVecs).toReversed()),
      says: "The eigenvectors are taken in the reverse order. Column k of V belongs to column k of the coordinates.",
    },
  }),
});
