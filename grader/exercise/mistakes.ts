/**
 * Wrong formulas in a word: what an answer is that differs from the right one by a factor, or is another function's.
 */
import type { Plain } from "../../reference/numbers/tracked.ts";
import type { Value } from "../value.ts";
import { each } from "./each.ts";
import type { Sizes } from "./types.ts";

/** A formula of a case. */
export type Formula<C> = (given: C) => Plain;

/** What all formulas can look at. */
interface AnyCase {
  readonly right: unknown;
  readonly other: Readonly<Record<string, unknown>>;
  readonly sizes: Sizes;
}

/** The right answer times a number, a size ("n"), or one over a size ("1/n"). */
export const times =
  (factor: number | string): Formula<AnyCase> =>
  ({ right, sizes }) => {
    const by = typeof factor === "number" ? factor : sizeIn(factor, sizes);
    return each(right as Value, (x) => x * by) as Plain;
  };

function sizeIn(factor: string, sizes: Sizes): number {
  const [, over, axis = ""] = /^(1\/)?(\w+)$/.exec(factor) ?? [];
  const size = sizes[axis];
  if (size === undefined)
    throw new RangeError(`times: a size of the function, such as "n" or "1/n", got "${factor}"`);
  return over === undefined ? size : 1 / size;
}

/** The right answer of another function of the exercise. */
export const other =
  (name: string): Formula<AnyCase> =>
  ({ other: others }) => {
    const right = others[name];
    if (right === undefined) throw new RangeError(`other: a function of the exercise, got "${name}"`);
    return right as Plain;
  };

/** Each number of the right answer by itself. */
export const eachEntry =
  (change: (x: number) => number): Formula<AnyCase> =>
  ({ right }) =>
    each(right as Value, change) as Plain;
