/**
 * What is left of data when components are left out.
 */
import { product, transpose } from "../numbers/matrix.ts";
import { Num, sum } from "../numbers/num.ts";

type Matrix = readonly (readonly Num[])[];

/**
 * Shares of the variance.
 *
 *     r_k = λ_k/Σ_l λ_l,   with 0 in place of what is below 0 by rounding
 *
 * @param eigVals shape [m]
 * @returns shape [m]; NaN where all are 0
 * @see Machine Learning Visualized, 0.3.7
 */
export function explainedVarianceRatio(eigVals: readonly Num[]): Num[] {
  const kept = eigVals.map((value) => value.relu());
  const all = sum(kept);
  return kept.map((value) => value.over(all));
}

/** The first k columns, and 0 in the others; shape as it was. */
export const truncate = (projected: Matrix, k: number): Num[][] =>
  projected.map((row) => row.map((p, j) => (j < k ? p : new Num(0))));

/**
 * Back from the directions of the eigenvectors.
 *
 *     Ẑ = T Vᵀ
 *
 * @param truncated coordinates along the eigenvectors, shape [n, m]
 * @param eigVecs one a column, shape [m, m]
 * @returns shape [n, m]
 */
export const reconstruct = (truncated: Matrix, eigVecs: Matrix): Num[][] =>
  product(truncated, transpose(eigVecs));
