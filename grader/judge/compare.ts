/**
 * Compares an answer with the reference, entry by entry.
 */
import type { Num } from "../../reference/numbers/num.ts";
import { leavesOf, type Tracked } from "../../reference/numbers/tracked.ts";
import { toleranceOf } from "../exercise/tolerance.ts";
import type { Value } from "../value.ts";
import { firstAlong, numbersAlong, pathsOf } from "./entries.ts";

/** The entry that differs most, measured in tolerances. */
export interface Difference {
  readonly at: string;
  /** Position of the entry in reading order. */
  readonly index: number;
  readonly yours: number;
  readonly expected: number;
  readonly tolerance: number;
}

/** True if an entry is right: equal, both NaN, or within the tolerance of the reference. Fails on NaN and Infinity elsewhere. */
export function isRight(yours: number, expected: Num): boolean {
  if (yours === expected.value) return true;
  if (Number.isNaN(expected.value)) return Number.isNaN(yours);
  return Number.isFinite(expected.value) && Math.abs(yours - expected.value) <= toleranceOf(expected);
}

/** The entry that is furthest from right, or nothing if all are right. */
export function differenceOf(yours: Value, expected: Tracked): Difference | undefined {
  const numbers = numbersAlong(expected, yours);
  let worst: { index: number; excess: number } | undefined;
  const leaves = leavesOf(expected);
  for (const [index, leaf] of leaves.entries()) {
    const mine = numbers[index] as number;
    if (isRight(mine, leaf)) continue;
    const excess = Math.abs(mine - leaf.value) / toleranceOf(leaf);
    // NaN is as far off as can be.
    if (worst === undefined || !(excess <= worst.excess)) worst = { index, excess };
  }
  if (worst === undefined) return undefined;
  const leaf = leaves[worst.index] as Num;
  return {
    at: pathsOf(expected)[worst.index] as string,
    index: worst.index,
    yours: numbers[worst.index] as number,
    expected: leaf.value,
    tolerance: toleranceOf(leaf),
  };
}

/** A text or a boolean that is another one. */
export interface OtherText {
  readonly at: string;
  readonly yours: string | boolean;
  readonly expected: string | boolean;
}

/** The first text or boolean that is not the right one. Of numbers it says nothing. */
export const otherTextOf = (yours: Value | undefined, expected: Tracked): OtherText | undefined =>
  firstAlong(expected, yours, (e, y, at) =>
    typeof e === "object" || y === e ? undefined : { at, yours: y as string | boolean, expected: e },
  );
