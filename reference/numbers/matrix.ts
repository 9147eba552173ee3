/**
 * Matrices of tracked numbers.
 */
import { dot, type Num, sum } from "./num.ts";

/** Rows and columns exchanged. */
export const transpose = <T>(A: readonly (readonly T[])[]): T[][] =>
  (A[0] ?? []).map((_, k) => A.map((row) => row[k] as T));

/** A·B; plain numbers are constants. */
export function product(
  A: readonly (readonly (Num | number)[])[],
  B: readonly (readonly (Num | number)[])[],
): Num[][] {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
}

/** The determinant, by the first row: Σ_k (−1)^k a_1k |A without row 1 and column k|. For a few rows. */
export function determinant(A: readonly (readonly Num[])[]): Num {
  const [first = [], ...below] = A;
  if (first.length === 1) return first[0] as Num;
  const terms = first.map((a, k) => {
    const term = a.times(determinant(below.map((row) => row.filter((_, l) => l !== k))));
    return k % 2 === 0 ? term : term.negated();
  });
  return sum(terms);
}
