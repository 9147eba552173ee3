import { columnSums } from "./reductions.ts";

/**
 * Means and covariance of the columns.
 *
 *     μ_j = (1/n) Σ_t x_tj,   s_ij = (1/(n − 1)) Σ_t (x_ti − μ_i)(x_tj − μ_j)
 *
 * @param S shape [m, m], overwritten
 * @param mean shape [m], overwritten
 * @param X shape [n, m], n ≥ 2
 */
export function covariance(
  S: Float64Array,
  mean: Float64Array,
  X: Float64Array,
  { n, m }: { readonly n: number; readonly m: number },
): void {
  columnSums(mean, X, { rows: n, columns: m, scale: 1 / n });
  S.fill(0, 0, m * m);
  const row = new Float64Array(m);
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < m; j++) row[j] = X[t * m + j]! - mean[j]!;
    for (let i = 0; i < m; i++) {
      const a = row[i]!;
      for (let j = i; j < m; j++) S[i * m + j]! += a * row[j]!;
    }
  }
  for (let i = 0; i < m; i++)
    for (let j = i; j < m; j++) {
      S[i * m + j]! /= n - 1;
      S[j * m + i] = S[i * m + j]!;
    }
}
