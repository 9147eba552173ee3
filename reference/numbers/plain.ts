/**
 * Sums of plain numbers: wrong formulas are reckoned without tracking.
 */
import { transpose } from "./matrix.ts";

type Matrix = readonly (readonly number[])[];

/** Σ a_i from left to right; 0 for none. */
export const total = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);

/** (1/n) Σ a_i; NaN for none. */
export const mean = (terms: readonly number[]): number => total(terms) / terms.length;

/** A·B. */
export function product(A: Matrix, B: Matrix): number[][] {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => total(row.map((a, l) => a * (column[l] as number)))));
}
