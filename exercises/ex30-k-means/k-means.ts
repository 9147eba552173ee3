// Grade with: npm run grade ex30

type Matrix = number[][];

/**
 * Centroids after one update: each moves to the mean of the points that carry its label. One without
 * points stays where it is. Centroids are real numbers, also where all coordinates are whole.
 *
 * @param X points, one a row, shape [n, m]
 * @param labels index 0 … K−1 of each point's centroid, shape [n], 0, 1, 2, …
 * @param centroids centres of the clusters, one a row, shape [K, m]
 * @returns the new centroids, shape [K, m]
 */
export function updateCentroids(X: Matrix, labels: number[], centroids: Matrix): Matrix {
  throw new Error("not implemented: updateCentroids");
}

/**
 * A run of k-means: each epoch assigns every point to its nearest centroid, then updates the
 * centroids. After the last update the points are assigned once more, so that labels and the last
 * entry of wcss belong to the returned centroids. Of equally near centroids the first counts.
 *
 *     J = Σᵢ ‖xᵢ − c_lᵢ‖²
 *
 * @param X points, one a row, shape [n, m]
 * @param init centroids to start from, K ≤ n, shape [K, m]
 * @param epochs number of updates in a run, whole
 * @returns where the run ends, and J on the way
 *   centroids: after the last update, shape [K, m]
 *   labels: index of the nearest of these centroids, for each point, shape [n], 0, 1, 2, …
 *   wcss: wcss[e] is J before update e, the last entry J of what is returned, shape [epochs + 1]
 */
export function kMeans(
  X: Matrix,
  init: Matrix,
  epochs: number,
): { centroids: Matrix; labels: number[]; wcss: number[] } {
  throw new Error("not implemented: kMeans");
}

/**
 * The curve of the elbow: how far the points are from their centroids after a run of k-means, for each
 * start. Every run starts from its own centroids, not from the end of the run before it.
 *
 *     (1/n) Σᵢ ‖xᵢ − c_lᵢ‖²
 *
 * @param X points, one a row, shape [n, m]
 * @param inits starts, one a run, each with a K of its own, T of K × m
 * @param epochs number of updates in a run, whole
 * @returns the mean squared distance after the last update of each run, shape [T]
 */
export function elbow(X: Matrix, inits: Matrix[], epochs: number): number[] {
  throw new Error("not implemented: elbow");
}
