type Vector = number[];
type Matrix = number[][];
type Distance = (p1: Vector, p2: Vector) => number;

function squaredDistance(p1: Vector, p2: Vector): number {
  let squares = 0;
  for (let j = 0; j < p1.length; j++) squares += (p1[j]! - p2[j]!) ** 2;
  return squares;
}

const euclideanDistance: Distance = (p1, p2) => Math.sqrt(squaredDistance(p1, p2));

export function assignClusters(X: Matrix, centroids: Matrix, distance?: Distance): number[] {
  const measure = distance ?? euclideanDistance;
  return X.map((x) => {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [k, c] of centroids.entries()) {
      const d = measure(x, c);
      if (Number.isNaN(d)) throw new RangeError("assignClusters: a distance that is NaN");
      if (d < least) {
        least = d;
        nearest = k;
      }
    }
    return nearest;
  });
}

export function wcss(X: Matrix, centroids: Matrix, labels: number[]): number {
  let sum = 0;
  for (const [i, x] of X.entries()) sum += squaredDistance(x, centroids[labels[i]!]!);
  return sum;
}
