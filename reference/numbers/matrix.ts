/**
 * Matrices of tracked numbers.
 */
import { dot, type Num } from "./num.ts";

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
