/**
 * Decisions that rounding could turn: a step at its threshold, the nearest of two centroids.
 */
import type { Num } from "./num.ts";

/** Thrown by a reference when a right answer by another route could decide differently; the input is drawn again. */
export class Ambiguous extends Error {
  override readonly name = "Ambiguous";
}

let doubts = true;

/** @throws Ambiguous unless the decisions of this moment are taken as they come */
export function doubt(why: string): void {
  if (doubts) throw new Ambiguous(why);
}

/**
 * Takes decisions that rounding could turn as they come: for work in which each of them is as good as the other,
 * and nobody's answer is held against them.
 */
export function undoubted<T>(work: () => T): T {
  const before = doubts;
  doubts = false;
  try {
    return work();
  } finally {
    doubts = before;
  }
}

/**
 * Whether a ≥ b.
 *
 * A tie is decided, and a difference that rounding explains is not. Where a tie may come of rounding, as 1 − 1 + 1e-300
 * does, the caller asks whether its numbers are short.
 *
 * @throws Ambiguous if a ≠ b, and they differ by less than rounding can
 */
export function atLeast(a: Num, b: Num): boolean {
  const gap = a.value - b.value;
  const blur = 64 * (a.roundings + b.roundings + 8) * 2 ** -53 * (a.magnitude + b.magnitude);
  if (gap !== 0 && Math.abs(gap) <= blur) doubt("a decision within rounding");
  return gap >= 0;
}

/** A short binary fraction: sums, products and squares of a few of these are exact by every route. */
export const isShort = (a: Num): boolean =>
  Number.isInteger(a.value * 2 ** 12) && Math.abs(a.value) < 2 ** 10;
