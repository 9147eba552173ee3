/** The hidden units and the output of the circle network at any place. */
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import type { Vector3 } from "../space.ts";

/** What the three hidden units say. */
export const hiddenAt = (p: Float64Array, x1: number, x2: number): Vector3 =>
  [0, 1, 2].map((j) => sigmoid(x1 * p[j]! + x2 * p[3 + j]! + p[6 + j]!)) as unknown as Vector3;

/** How much more class 1 scores than class 0, as weights of the hidden units and a bias. */
export const scoreOf = (p: Float64Array): { readonly w: Vector3; readonly b: number } => ({
  w: [p[10]! - p[9]!, p[12]! - p[11]!, p[14]! - p[13]!],
  b: p[16]! - p[15]!,
});

/** The score of class 1 over class 0 at a place. */
export function scoreAt(p: Float64Array, x1: number, x2: number): number {
  const { w, b } = scoreOf(p);
  return hiddenAt(p, x1, x2).reduce((sum, h, j) => sum + h * (w[j] as number), b);
}
