/** What fig27 computes: a cloud, its preparation, its principal directions, and what is left of it with fewer numbers. */

import { noisyLine } from "../../../reference/data/document-data.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { prepared } from "../prepared.ts";
import type { Vector3 } from "../space.ts";
import { type Directions, directionsOf, rebuilt } from "./directions.ts";

export const COUNT = 200;

export interface Settings {
  readonly noise: number;
  readonly centre: boolean;
  readonly scale: boolean;
  /** Factor of the first coordinate, as from another unit. */
  readonly stretch: number;
  /** How far the cloud lies from the origin along the first coordinate. */
  readonly shift: number;
  readonly seed: number;
}

export interface Run {
  /** The points as they go into the decomposition. */
  readonly Z: readonly Vector3[];
  readonly directions: Directions;
  /** The points with their first 0, 1, 2 and 3 numbers along the directions. */
  readonly kept: readonly (readonly Vector3[])[];
  /** z·v_k for each point. */
  readonly scores: readonly Vector3[];
  /** Mean squared distance from each point to what is kept of it, for 0, 1, 2 and 3 numbers. */
  readonly lost: readonly number[];
  /** Degrees between the first direction and that of largest variance; 0 for centred data. */
  readonly astray: number;
}

export function runOf({ noise, centre, scale, stretch, shift, seed }: Settings): Run {
  const cloud = noisyLine(seed, noise, COUNT).map(([x1 = 0, x2 = 0, x3 = 0]) => [
    stretch * (x1 + shift),
    x2,
    x3,
  ]);
  const X = lift(cloud);
  const { Z: tracked } = prepared(X, { centre, scale });
  const Z = tracked.map((row) => row.map((z) => z.value) as unknown as Vector3);
  const directions = directionsOf(tracked);
  const kept = [0, 1, 2, 3].map((dims) => rebuilt(Z, directions.vectors, dims) as readonly Vector3[]);
  const scores = Z.map(
    (z) => [0, 1, 2].map((k) => dot(z, directionOf(directions, k as 0 | 1 | 2))) as unknown as Vector3,
  );
  return {
    Z,
    directions,
    kept,
    scores,
    lost: kept.map((points) => points.reduce((sum, p, i) => sum + squared(p, Z[i] as Vector3), 0) / COUNT),
    astray: centre ? 0 : between(directions, directionsOf(prepared(X, { centre: true, scale }).Z)),
  };
}

/** The k-th direction, a column of the matrix of vectors. */
export const directionOf = ({ vectors }: Directions, k: 0 | 1 | 2): Vector3 =>
  vectors.map((row) => row[k] as number) as unknown as Vector3;

const dot = (a: Vector3, b: Vector3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const squared = (a: Vector3, b: Vector3): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** The angle of two lines, so at most 90°; the sine of small ones is the exact part. */
function between(a: Directions, b: Directions): number {
  const [v, u] = [directionOf(a, 0), directionOf(b, 0)];
  const across = Math.hypot(v[1] * u[2] - v[2] * u[1], v[2] * u[0] - v[0] * u[2], v[0] * u[1] - v[1] * u[0]);
  return (180 / Math.PI) * Math.atan2(across, Math.abs(dot(v, u)));
}
