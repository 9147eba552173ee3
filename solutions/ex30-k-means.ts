type Vector = number[];
type Matrix = number[][];

function squaredDistance(x: Vector, c: Vector): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += (x[j]! - c[j]!) ** 2;
  return sum;
}

/** Nearest centroid of each point, and the sum of the squared distances to them. */
function assign(X: Matrix, centroids: Matrix): { labels: number[]; J: number } {
  let J = 0;
  const labels = X.map((x) => {
    let best = 0;
    let least = squaredDistance(x, centroids[0]!);
    for (let k = 1; k < centroids.length; k++) {
      const distance = squaredDistance(x, centroids[k]!);
      if (distance < least) {
        best = k;
        least = distance;
      }
    }
    J += least;
    return best;
  });
  return { labels, J };
}

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
  const sizes = centroids.map(() => 0);
  const sums = centroids.map((c) => c.map(() => 0));
  for (let i = 0; i < X.length; i++) {
    const k = labels[i]!;
    sizes[k]! += 1;
    for (let j = 0; j < X[i]!.length; j++) sums[k]![j]! += X[i]![j]!;
  }
  return centroids.map((c, k) => (sizes[k] === 0 ? c.slice() : sums[k]!.map((s) => s / sizes[k]!)));
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
  let centroids = init.map((c) => c.slice());
  let { labels, J } = assign(X, centroids);
  const wcss = [J];
  for (let e = 0; e < epochs; e++) {
    centroids = updateCentroids(X, labels, centroids);
    ({ labels, J } = assign(X, centroids));
    wcss.push(J);
  }
  return { centroids, labels, wcss };
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
  return inits.map((init) => kMeans(X, init, epochs).wcss[epochs]! / X.length);
}
