import { num, unrecorded } from "../numbers/num.ts";
import { normal, random } from "../randomness/random.ts";
import { circlePoints } from "./generated.ts";

/**
 * Two noisy circles around the origin: class 0 on the unit circle, class 1 on the one of radius `factor`.
 *
 * @param n examples, half of each class; class 0 comes first
 * @returns points, shape [n 2] row-major, and labels, shape [n]
 */
export function circlesData(
  seed: number,
  n = 2000,
  factor = 0.1,
  noise = 0.1,
): { readonly points: Float64Array; readonly labels: Uint8Array } {
  const rng = random(seed, "circles");
  const { X, y } = unrecorded(() => circlePoints(n, num(factor), num(noise), () => normal(rng)));
  return { points: Float64Array.from(X.flat(), ({ value }) => value), labels: Uint8Array.from(y) };
}
