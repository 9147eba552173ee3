/** Small data sets of two classes, in the units of a picture of their own. */
import { blobsData } from "../../../reference/data/blobs.ts";
import { circlesData } from "../../../reference/data/circles.ts";
import { isXor } from "../../../reference/data/generated.ts";
import { normal, random } from "../../../reference/randomness/random.ts";

export const SETS = {
  corners: "four corners",
  xor: "XOR in the whole square",
  circles: "two circles",
  blobs: "two clouds",
} as const;
export type SetName = keyof typeof SETS;

export interface Labelled {
  readonly points: readonly (readonly [number, number])[];
  readonly labels: readonly number[];
  /** Ends of both axes. */
  readonly ends: readonly [number, number];
}

const POINTS = 200;

const pairs = (flat: Float64Array): (readonly [number, number])[] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!] as const);

/** @param noise standard deviation of what each coordinate is off by; of the circles too */
export function setOf(name: SetName, noise: number, seed: number): Labelled {
  if (name === "circles") {
    const { points, labels } = circlesData(seed, POINTS, 0.3, noise);
    return { points: pairs(points), labels: [...labels], ends: [-1.6, 1.6] };
  }
  if (name === "blobs") {
    const { points, labels } = blobsData(seed, POINTS);
    return { points: pairs(points), labels: [...labels], ends: [-12, 17] };
  }
  const rng = random(seed, "fig38b");
  const places: (readonly [number, number])[] =
    name === "corners"
      ? [
          [0, 0],
          [1, 1],
          [0, 1],
          [1, 0],
        ]
      : Array.from({ length: POINTS }, () => [rng(), rng()] as const);
  return {
    labels: places.map(([x, y]) => (isXor(x, y) ? 1 : 0)),
    points: places.map(([x, y]) => [x + noise * normal(rng), y + noise * normal(rng)] as const),
    ends: [-0.5, 1.5],
  };
}

/** A line by two of its points, as the side on which others lie. */
export const sideOf =
  ([x1, y1, x2, y2]: readonly [number, number, number, number]) =>
  (x: number, y: number): number =>
    (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1);
