// Grade with: npm run grade ex30

type Matrix = number[][];

/**
 * Centroids after one update: each moves to the mean of the points that carry its label.
 *
 * A centroid without points stays where it is. Centroids are real numbers, also where all points are whole.
 *
 * @param X points, one a row, shape [n, m]
 * @param labels index 0 … K−1 of each point's centroid, shape [n]
 * @param centroids shape [K, m]
 * @returns new centroids, shape [K, m]
 */
export function updateCentroids(X: Matrix, labels: number[], centroids: Matrix): Matrix {
  throw new Error("not implemented: updateCentroids");
}

/**
 * A run of k-means: each epoch assigns every point to its nearest centroid, then updates the centroids.
 *
 *     J = Σ_i ‖x_i − c_{l_i}‖²
 *
 * Distances are Euclidean; of equally near centroids the first counts. wcss[e] is J before update e, with the
 * points assigned to the centroids of that moment. After the last update the points are assigned once more: the
 * labels belong to the returned centroids, and the last entry of wcss is their J.
 *
 * @param X points, one a row, shape [n, m]
 * @param init centroids to start from, shape [K, m]
 * @param epochs number of updates, 0 or more
 * @returns centroids, shape [K, m]; labels, shape [n]; wcss, shape [epochs + 1]
 */
export function kMeans(
  X: Matrix,
  init: Matrix,
  epochs: number,
): { centroids: Matrix; labels: number[]; wcss: number[] } {
  throw new Error("not implemented: kMeans");
}

/**
 * How far the points are from their centroids after a run of k-means, for each start: the curve of the elbow.
 *
 * Each entry is the mean squared distance over the points, after the last update. Every run starts from its own
 * centroids, not from the end of the run before it.
 *
 * @param X points, one a row, shape [n, m]
 * @param inits centroids to start from, one matrix a run, each of shape [K, m] with its own K
 * @param epochs number of updates of each run
 * @returns one number a run, shape [T] for T starts
 */
export function elbow(X: Matrix, inits: Matrix[], epochs: number): number[] {
  throw new Error("not implemented: elbow");
}
