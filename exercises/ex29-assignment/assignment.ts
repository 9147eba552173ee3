// Grade with: npm run grade ex29

type Vector = number[];
type Matrix = number[][];
type Distance = (p1: Vector, p2: Vector) => number;

/**
 * Index of the nearest centroid for each point, counted from 0; of equally near ones the first.
 *
 *     lᵢ = arg minₖ d(xᵢ, cₖ)
 *
 * @param X points, one a row, shape [n, m]
 * @param centroids centroids, one a row, shape [K, m]
 * @param distance takes two points, gives the distance; the Euclidean distance where it is left out
 * @returns the labels, one a point, shape [n], 0, 1, 2, …
 */
export function assignClusters(X: Matrix, centroids: Matrix, distance?: Distance): number[] {
  throw new Error("not implemented: assignClusters");
}

/**
 * Within-cluster sum of squares: the squared Euclidean distances of all points to the centroids of
 * their labels.
 *
 *     J = Σᵢ ‖xᵢ − c_lᵢ‖²
 *
 * @param X points, one a row, shape [n, m]
 * @param centroids centroids, one a row, shape [K, m]
 * @param labels index 0 … K−1 of each point's centroid, shape [n], 0, 1, 2, …
 * @returns J, at least 0
 */
export function wcss(X: Matrix, centroids: Matrix, labels: number[]): number {
  throw new Error("not implemented: wcss");
}
