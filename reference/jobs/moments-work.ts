/** Sums over some rows of a matrix: of the columns, or of the products of centred columns. */

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

/** @returns Σ_t x_tj, shape [m], or Σ_t (x_ti − μ_i)(x_tj − μ_j) for i ≤ j, shape [m, m] with 0 below the diagonal */
export function preparedMoments({ X, m }: MomentsSetup): (piece: Moments) => Float64Array {
  return ({ first, last, mean }) => {
    if (mean === undefined) {
      const sums = new Float64Array(m);
      for (let t = first, at = first * m; t < last; t++) for (let j = 0; j < m; j++) sums[j]! += X[at++]!;
      return sums;
    }
    const sums = new Float64Array(m * m);
    // Four rows at a time: one load and one store of a sum for four products.
    const rows = [0, 1, 2, 3].map(() => new Float64Array(m));
    const [p, q, r, s] = rows as [Float64Array, Float64Array, Float64Array, Float64Array];
    for (let t = first; t < last; t += 4) {
      rows.forEach((row, k) => {
        if (t + k >= last) row.fill(0);
        else for (let j = 0; j < m; j++) row[j] = X[(t + k) * m + j]! - mean[j]!;
      });
      for (let i = 0; i < m; i++) {
        const [a, b, c, d] = [p[i]!, q[i]!, r[i]!, s[i]!];
        for (let j = i, at = i * m + i; j < m; j++, at++)
          sums[at]! += a * p[j]! + b * q[j]! + c * r[j]! + d * s[j]!;
      }
    }
    return sums;
  };
}
