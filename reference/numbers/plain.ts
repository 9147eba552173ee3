/**
 * Sums of plain numbers: wrong formulas are reckoned without tracking.
 */
import { transpose } from "./matrix.ts";

type Matrix = readonly (readonly number[])[];

/** Σ a_i from left to right; 0 for none. */
export const total = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);

/** (1/n) Σ a_i; NaN for none. */
export const mean = (terms: readonly number[]): number => total(terms) / terms.length;

/** Σ a_i b_i. */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  total(a.map((ai, i) => ai * (b[i] as number)));

/** A·B. */
export function product(A: Matrix, B: Matrix): number[][] {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
}
