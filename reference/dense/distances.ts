/**
 * Distances of all pairs of rows.
 *
 *     d_ij = ‖x_i − y_j‖²,   its root where `root` is set
 *
 * From the differences, not from ‖x‖² − 2 x·y + ‖y‖², which cancels for near points.
 *
 * @param D shape [n, k], overwritten
 * @param X shape [n, m]
 * @param Y shape [k, m]
 */
export function pairwiseDistances(
  D: Float64Array,
  X: Float64Array,
  Y: Float64Array,
  {
    n,
    k,
    m,
    root = false,
  }: { readonly n: number; readonly k: number; readonly m: number; readonly root?: boolean },
): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < k; j++) {
      let d = 0;
      for (let t = 0; t < m; t++) d += (X[i * m + t]! - Y[j * m + t]!) ** 2;
      D[i * k + j] = root ? Math.sqrt(d) : d;
    }
}
