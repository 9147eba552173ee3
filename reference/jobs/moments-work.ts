/** Sums over some rows of a matrix: of the columns, or of the products of centred columns. */

import { matmul } from "../dense/matmul.ts";

export interface MomentsSetup {
  /** Shape [n, m]. */
  readonly X: Float64Array;
  readonly m: number;
}

/** Rows first … last−1; with means, the products are summed, without, the columns. */
export interface Moments {
  readonly first: number;
  readonly last: number;
  readonly mean?: Float64Array;
}

/** Rows whose products are summed by themselves. */
const ROWS = 512;

/** @returns Σ_t x_tj, shape [m], or Σ_t (x_ti − μ_i)(x_tj − μ_j), shape [m, m] */
export function preparedMoments({ X, m }: MomentsSetup): (piece: Moments) => Float64Array {
  return ({ first, last, mean }) => {
    const sums = new Float64Array(mean === undefined ? m : m * m);
    if (mean === undefined) {
      for (let t = first, at = first * m; t < last; t++) for (let j = 0; j < m; j++) sums[j]! += X[at++]!;
      return sums;
    }
    const centred = new Float64Array(ROWS * m);
    const some = new Float64Array(m * m);
    for (let from = first; from < last; from += ROWS) {
      const rows = Math.min(ROWS, last - from);
      for (let t = 0, to = 0, at = from * m; t < rows; t++)
        for (let j = 0; j < m; j++) centred[to++] = X[at++]! - mean[j]!;
      matmul(some, centred, centred, { m, k: rows, n: m }, "tn");
      for (let q = 0; q < sums.length; q++) sums[q]! += some[q]!;
    }
    return sums;
  };
}
