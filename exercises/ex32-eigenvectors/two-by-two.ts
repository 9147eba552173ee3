/** Two rows and two columns, by the quadratic equation. */
import { args, atMost, curedBy, equal, matrix, rows, scalar, tuple } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { eigenvalues2x2 as both } from "../../reference/unsupervised/eigen-small.ts";

type Pair = [number, number];

const entriesOf = (A: number[][]) => A.flat() as [number, number, number, number];

/** t/2, and t²/4 − q, the root of which is half the distance of the eigenvalues. */
function parts(A: number[][]): { half: number; under: number; det: number } {
  const [a, b, c, d] = entriesOf(A);
  const half = (a + d) / 2;
  const det = a * d - b * c;
  return { half, under: half * half - det, det };
}

/** Far enough apart that every way of writing the root agrees to many digits. */
const areApart = (A: number[][]): boolean => parts(A).under > 0.05;

const small = args(
  { A: matrix("2 2", "any matrix with two rows and two columns") },
  { accepts: ({ A }) => areApart(A) },
);
const around = (middle: number, away: number): Pair => [middle + away, middle - away];
const SHIFT = 1.5;
const SCALE = -2;

export const eigenvalues2x2 = small.answer<Pair>({
  says: "The eigenvalues of a matrix of two rows and two columns, the larger first. Where they are not real, [NaN, NaN] or an exception.",
  formula: String.raw`\lambda = \frac{t}{2} \pm \sqrt{\frac{t^2}{4} - q}, \quad t = a_{11} + a_{22}, \; q = a_{11} a_{22} - a_{12} a_{21}`,
  returns: tuple([scalar("the larger"), scalar("the smaller")], "both eigenvalues, the larger first"),
  is: ({ A }) => both(A),
  example: { A: rows([4, -2], [1, 1]) },
  edges: {
    "both equal": {
      given: { A: rows([2, 1], [0, 2]) },
      says: "The number under the root is 0: the eigenvalue 2 counts twice.",
    },
    "a turn by a right angle": {
      given: { A: rows([0, -1], [1, 0]) },
      mayThrow: true,
      says: "No vector keeps its direction: there is no real eigenvalue, and [NaN, NaN] or an exception says so.",
      ifNumber: "A negative number has no real root; nothing may stand in for it.",
    },
    "on the diagonal": {
      given: { A: rows([-1, 0], [0, 3]) },
      says: "A diagonal matrix has its eigenvalues on the diagonal; the larger one comes first.",
    },
    "all zero": {
      given: { A: rows([0, 0], [0, 0]) },
      says: "Every vector becomes 0 times itself: both are 0.",
    },
  },
  laws: {
    "their sum is the trace, their product the determinant": (f, { A }) => {
      const [large, small] = f();
      const { half, det } = parts(A);
      return [equal(large!.plus(small!), 2 * half), equal(large!.times(small!), det)];
    },
    "the larger comes first": (f) => atMost(f()[1]!, f()[0]!),
    "A + 1.5·I has both larger by 1.5": (f, { A }) =>
      equal(
        f({ A: A.map((row, i) => row.map((a, j) => (i === j ? a + SHIFT : a))) }),
        f().map((value) => value.plus(SHIFT)),
      ),
    "−2·A has −2 times both, in the other order": (f, { A }) =>
      equal(
        f({ A: A.map((row) => row.map((a) => SCALE * a)) }),
        f()
          .map((value) => value.times(SCALE))
          .toReversed(),
      ),
    "the transpose has the same": (f, { A }) => equal(f({ A: transpose(A) }), f()),
  },
  mistakes: curedBy(3, {
    ascending: {
      is: ({ right: [large, small] }) => [small, large],
      says: "The smaller eigenvalue comes first. The one with + before the root is the larger.",
    },
    "sign-of-the-determinant": {
      is: ({ A }) => {
        const { half, det } = parts(A);
        return around(half, Math.sqrt(half * half + det));
      },
      says: "The determinant is added under the root. λ² − tλ + q = 0 has t²/4 − q there.",
    },
    "not-halved": {
      is: ({ right: [large, small] }) => [2 * large, 2 * small],
      says: "Both are twice too large. With t² − 4q under the root, all of t ± √ is divided by 2.",
    },
    "four-forgotten": {
      is: ({ A }) => {
        const { half, det } = parts(A);
        return around(half, Math.sqrt(4 * half * half - det) / 2);
      },
      says: "The 4 under the root is missing: both are (t ± √(t² − 4q))/2.",
    },
    "trace-not-halved": {
      is: ({ A }) => around(2 * parts(A).half, Math.sqrt(parts(A).under)),
      says: "The trace before the root is not halved: the eigenvalues lie around t/2, at equal distances.",
    },
    "root-not-halved": {
      is: ({ A }) => around(parts(A).half, 2 * Math.sqrt(parts(A).under)),
      says: "√(t² − 4q) is not halved. All of t ± √(t² − 4q) is divided by 2.",
    },
    "root-not-taken": {
      is: ({ A }) => around(parts(A).half, parts(A).under),
      says: "The root is missing: t²/4 − q is the square of the distance from t/2.",
    },
    "diagonal-taken": {
      is: ({ A }) => {
        const [a, , , d] = entriesOf(A);
        return [Math.max(a, d), Math.min(a, d)];
      },
      step: 2,
      says: "These are the entries of the diagonal. They are the eigenvalues only where a₁₂ or a₂₁ is 0.",
    },
    "taken-for-symmetric": {
      is: ({ A }) => {
        const [a, b, , d] = entriesOf(A);
        return around((a + d) / 2, Math.hypot((a - d) / 2, b));
      },
      step: 2,
      says: "a₁₂ is squared where a₁₂·a₂₁ belongs. Both are the same only if the matrix is symmetric, and here it may be any.",
    },
  }),
});
