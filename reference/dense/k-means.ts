/**
 * One round of k-means on row-major arrays: points X [n, m], centroids C [K, m].
 */

export interface ClusterSizes {
  readonly n: number;
  readonly m: number;
  readonly K: number;
}

/**
 * Index of the nearest centroid, the first of equally near ones, and the squared distance to it.
 *
 *     label_i = argmin_k ‖x_i − c_k‖²
 *
 * @param labels shape [n], overwritten
 * @param distances shape [n], overwritten
 * @param margins how much further the second nearest is, squared; shape [n], overwritten; ∞ for one centroid
 */
export function assign(
  { labels, distances, margins }: { labels: Float64Array; distances: Float64Array; margins?: Float64Array },
  X: Float64Array,
  C: Float64Array,
  { n, m, K }: ClusterSizes,
): void {
  for (let i = 0; i < n; i++) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let k = 0; k < K; k++) {
      let d = 0;
      for (let j = 0; j < m; j++) d += (X[i * m + j]! - C[k * m + j]!) ** 2;
      if (d < least) {
        second = least;
        least = d;
        best = k;
      } else second = Math.min(second, d);
    }
    labels[i] = best;
    distances[i] = least;
    if (margins !== undefined) margins[i] = second - least;
  }
}

/**
 * Moves the centroids to the means of their points, in place; one without points stays.
 *
 *     c_k ← (1/|S_k|) Σ_{i ∈ S_k} x_i
 *
 * @param C shape [K, m]
 * @param labels shape [n]
 */
export function update(
  C: Float64Array,
  X: Float64Array,
  labels: Float64Array,
  { n, m, K }: ClusterSizes,
): void {
  const sums = new Float64Array(K * m);
  const counts = new Float64Array(K);
  for (let i = 0; i < n; i++) {
    const k = labels[i]!;
    counts[k]!++;
    for (let j = 0; j < m; j++) sums[k * m + j]! += X[i * m + j]!;
  }
  for (let k = 0; k < K; k++)
    if (counts[k]! > 0) for (let j = 0; j < m; j++) C[k * m + j] = sums[k * m + j]! / counts[k]!;
}
