/**
 * Distances between points.
 */
import { type Num, num, sum } from "./num.ts";

type Point = readonly Num[];

/** @throws RangeError if the points have not as many coordinates */
function differences(p: Point, q: Point): Num[] {
  if (p.length !== q.length)
    throw new RangeError(`distance: points with as many coordinates, got ${p.length} and ${q.length}`);
  return p.map((pk, k) => pk.minus(q[k] as Num));
}

/**
 * Straight across.
 *
 *     √(Σ_k (p_k − q_k)²)
 *
 * @param p shape [m]
 * @param q shape [m]
 * @throws RangeError if the points have not as many coordinates
 * @see Machine Learning Visualized, 0.2.2
 */
export function euclideanDistance(p: Point, q: Point): Num {
  const squares = sum(differences(p, q).map((d) => d.squared()));
  // The root has no slope at 0; the differences of a point from itself are 0 by every route.
  return squares.value === 0 ? num(0) : squares.sqrt();
}

/**
 * Along the axes.
 *
 *     Σ_k |p_k − q_k|
 *
 * @throws RangeError if the points have not as many coordinates
 */
export const manhattanDistance = (p: Point, q: Point): Num => sum(differences(p, q).map((d) => d.abs()));

/** The largest |p_k − q_k|. */
export const largestDifference = (p: Point, q: Point): Num =>
  differences(p, q)
    .map((d) => d.abs())
    .reduce((largest, d) => (d.value > largest.value ? d : largest));
