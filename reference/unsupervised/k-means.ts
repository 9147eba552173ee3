/**
 * k-means: assignment to the nearest centroid, update to the mean, and whole runs of both.
 */
import { atLeast, doubt, isShort } from "../numbers/ambiguous.ts";
import { Num, sum } from "../numbers/num.ts";

type Point = readonly Num[];

/**
 * ‖x − c‖² with its magnitude Σ_j (m(x_j) + m(c_j))².
 *
 * The number keeps no operands: nobody differentiates an assignment, and a run has thousands of distances.
 */
function squaredDistance(x: Point, c: Point): Num {
  let [value, magnitude, roundings] = [0, 0, 0];
  for (let j = 0; j < x.length; j++) {
    const [a, b] = [x[j] as Num, c[j] as Num];
    value += (a.value - b.value) ** 2;
    magnitude += (a.magnitude + b.magnitude) ** 2;
    roundings = Math.max(roundings, 2 * Math.max(a.roundings, b.roundings) + 3);
  }
  return new Num(value, magnitude, roundings + x.length - 1);
}

/**
 * A tie that every route sees.
 *
 * The centroids are given: a mean is (Σ x)/|S| for one and Σ (x/|S|) for another. Both are as far from x in each
 * coordinate: Math.hypot is not the root of an exact sum. And they are one and the same, or all numbers are short.
 */
function isExactTie(x: Point, c: Point, d: Point): boolean {
  return x.every((xj, j) => {
    const [cj, dj] = [c[j] as Num, d[j] as Num];
    const isGiven = cj.roundings === 0 && dj.roundings === 0;
    const isMirrored = Math.abs(xj.value - cj.value) === Math.abs(xj.value - dj.value);
    return isGiven && isMirrored && (cj.value === dj.value || [xj, cj, dj].every(isShort));
  });
}

/**
 * Index of the nearest centroid; of equally near ones the first.
 *
 * @param x one point, shape [m]
 * @param centroids shape [K, m]
 * @param distance the squared one has the order of the Euclidean one
 * @throws Ambiguous if rounding could make another centroid the nearest
 */
export function nearest(
  x: Point,
  centroids: readonly Point[],
  distance: (x: Point, c: Point) => Num = squaredDistance,
): number {
  const distances = centroids.map((c) => distance(x, c));
  let best = 0;
  for (let k = 1; k < distances.length; k++) {
    const [challenger, holder] = [distances[k] as Num, distances[best] as Num];
    if (!atLeast(challenger, holder)) best = k;
    else if (
      challenger.value === holder.value &&
      !isExactTie(x, centroids[k] as Point, centroids[best] as Point)
    )
      doubt("a tie of rounded distances");
  }
  return best;
}

/**
 * Centroids moved to the means of their points.
 *
 *     c_k ← (1/|S_k|) Σ_{i ∈ S_k} x_i,   c_k unchanged if S_k is empty
 *
 * @param X points, shape [n, m]
 * @param labels index of each point's centroid, shape [n]
 * @param centroids shape [K, m]
 * @see Machine Learning Visualized, 0.2.5
 */
export const updateCentroids = (
  X: readonly Point[],
  labels: readonly number[],
  centroids: readonly Point[],
): readonly Point[] =>
  centroids.map((old, k) => {
    const members = X.filter((_, i) => labels[i] === k);
    return members.length === 0
      ? old
      : old.map((_, j) => sum(members.map((x) => x[j] as Num)).over(members.length));
  });

/**
 * Within-cluster sum of squares.
 *
 *     J = Σ_i ‖x_i − c_{l_i}‖²
 */
export const wcss = (X: readonly Point[], centroids: readonly Point[], labels: readonly number[]): Num =>
  sum(X.map((x, i) => squaredDistance(x, centroids[labels[i] as number] as Point)));

/** A state of k-means whose labels belong to its centroids, and J on the way to it. */
export interface Clustering {
  readonly centroids: readonly Point[];
  readonly labels: readonly number[];
  readonly wcss: readonly Num[];
}

/**
 * Alternates assignment and update.
 *
 * Labels always belong to the centroids beside them: wcss[e] is J before update e, its last entry is J of the
 * returned centroids and labels.
 *
 * @param X points, shape [n, m]
 * @param init centroids to start from, shape [K, m]
 * @param epochs number of updates
 * @throws Ambiguous if rounding could turn an assignment on the way
 * @see Machine Learning Visualized, 0.2.5
 */
export function kMeans(X: readonly Point[], init: readonly Point[], epochs: number): Clustering {
  const assigned = (to: readonly Point[]): number[] => X.map((x) => nearest(x, to));
  let centroids = init;
  let labels = assigned(centroids);
  const path = [wcss(X, centroids, labels)];
  for (let e = 0; e < epochs; e++) {
    centroids = updateCentroids(X, labels, centroids);
    labels = assigned(centroids);
    path.push(wcss(X, centroids, labels));
  }
  return { centroids, labels, wcss: path };
}

/**
 * Mean squared distance of a point to its centroid after a run, for each start.
 *
 *     (1/n) J(last)
 *
 * @param inits centroids to start from, one matrix a run, shapes [K, m] with K of its own
 * @see Machine Learning Visualized, 0.2.5
 */
export const elbow = (
  X: readonly Point[],
  inits: readonly (readonly Point[])[],
  epochs: number,
): readonly Num[] => inits.map((init) => (kMeans(X, init, epochs).wcss[epochs] as Num).over(X.length));
