/**
 * Decisions that rounding could turn: a step at its threshold, the nearest of two centroids.
 */
import type { Num } from "./num.ts";

/** Thrown by a reference when a right answer by another route could decide differently; the input is drawn again. */
export class Ambiguous extends Error {
  override readonly name = "Ambiguous";
}

/**
 * Whether a ≥ b.
 *
 * An exact tie is decided (quarters are exact in f64); a difference that rounding explains is not.
 *
 * @throws Ambiguous if a ≠ b, and they differ by less than rounding can
 */
export function atLeast(a: Num, b: Num): boolean {
  const gap = a.value - b.value;
  const blur = 64 * (a.roundings + b.roundings + 8) * 2 ** -53 * (a.magnitude + b.magnitude);
  if (gap !== 0 && Math.abs(gap) <= blur) throw new Ambiguous("a decision within rounding");
  return gap >= 0;
}
