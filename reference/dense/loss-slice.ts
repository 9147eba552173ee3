/**
 * The loss of a network over a plane through its parameters.
 */
import { networkOf } from "./network.ts";
import type { NetworkShape } from "./network-shape.ts";

/** A batch, and the plane P + α U + β V. */
export interface Plane {
  readonly P: Float64Array;
  readonly U: Float64Array;
  readonly V: Float64Array;
  readonly X: Float64Array;
  readonly Y: Float64Array;
  /** Rows of X and Y. */
  readonly n: number;
}

/**
 * Losses at points of a plane.
 *
 *     L_t = L(P + α_t U + β_t V)
 *
 * @param points α_1, β_1, α_2, β_2 …
 * @returns one loss a point
 */
export function lossSlice(
  shape: NetworkShape,
  { P, U, V, X, Y, n }: Plane,
  points: Float64Array,
): Float64Array {
  const network = networkOf(shape, n);
  const moved = new Float64Array(P.length);
  return Float64Array.from({ length: points.length / 2 }, (_, t) => {
    const [a, b] = [points[2 * t]!, points[2 * t + 1]!];
    for (let q = 0; q < P.length; q++) moved[q] = P[q]! + a * U[q]! + b * V[q]!;
    return network.loss(moved, X, Y);
  });
}
