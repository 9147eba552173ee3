/**
 * What laws and edge cases claim between answers: relations with a computed tolerance.
 */
import { type Num, num } from "../../reference/numbers/num.ts";
import { leavesOf, type Plain, plainOf, type Tracked, textsIn } from "../../reference/numbers/tracked.ts";
import { toleranceOf } from "./tolerance.ts";

export interface Relation {
  readonly holds: boolean;
  readonly left?: Plain;
  readonly right?: Plain;
  /** How the two sides should stand: "=", "≤", or words. */
  readonly sign: string;
  /** What is claimed, where several relations are claimed at once: "the columns stand at right angles". */
  readonly says?: string;
  /** It holds because both sides are NaN at some place: of numbers it says nothing there. */
  readonly isNaN?: true;
  /** A claim that allows for no rounding, so that of two answers that agree one may break it. */
  readonly isExact?: true;
}

/** Both sides agree entry by entry, numbers within the rounding of both. */
export function equal(left: Tracked | Plain, right: Tracked | Plain): Relation {
  const [as, bs] = [leavesOf(left, num), leavesOf(right, num)];
  const [texts, others] = [textsIn(left), textsIn(right)];
  if (
    as.length === bs.length &&
    as.every((ai, i) => close(ai, bs[i] as Num)) &&
    texts.length === others.length &&
    texts.every((text, i) => text === others[i])
  )
    return {
      holds: true,
      sign: "=",
      ...(as.some(({ value }) => Number.isNaN(value)) ? { isNaN: true } : {}),
    };
  return { holds: false, left: plainOf(left as Tracked), right: plainOf(right as Tracked), sign: "=" };
}

/** left ≤ right, within the rounding of both. */
export function atMost(left: Num | number, right: Num | number): Relation {
  const [a, b] = [num(left), num(right)];
  const holds = a.value <= b.value + toleranceOf(a) + toleranceOf(b);
  return { holds, left: a.value, right: b.value, sign: "≤" };
}

/** A relation with words for it. */
export const stated = (says: string, relation: Relation): Relation => ({ ...relation, says });

/** A claim that is no comparison of numbers. */
export function claim(holds: boolean, words: string, left?: Plain): Relation {
  return { holds, ...(left === undefined ? {} : { left }), sign: words, isExact: true };
}

function close(a: Num, b: Num): boolean {
  if (Number.isNaN(a.value) || Number.isNaN(b.value)) return Number.isNaN(a.value) && Number.isNaN(b.value);
  return a.value === b.value || Math.abs(a.value - b.value) <= toleranceOf(a) + toleranceOf(b);
}
