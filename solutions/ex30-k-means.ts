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

export function elbow(X: Matrix, inits: Matrix[], epochs: number): number[] {
  return inits.map((init) => kMeans(X, init, epochs).wcss[epochs]! / X.length);
}
