/**
 * Sizes for a search: all different, and now and then one of them 1.
 *
 * They shrink to the smallest that are different and still tell: with two examples n and the factor 2 look alike, and
 * with equal sizes a transposed matrix has the right shape.
 */
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Sizes } from "../exercise/types.ts";
import { axesOf, leastTelling, rangeOf } from "../judge/sizes.ts";
import type { Choose } from "./choosing-draw.ts";
import { oneIn, whole } from "./numbers.ts";

/** How often one of the sizes is 1. */
const SINGLE = 12;

export function chooseSizes(fn: AnyFunction, choose: Choose): Sizes {
  const sizes: Record<string, number> = {};
  const axes = axesOf(fn);
  const single = axes.length > 0 && choose(oneIn, SINGLE) ? choose(whole, 0, axes.length - 1) : -1;
  for (const [i, axis] of axes.entries()) {
    const least = i === single ? 1 : leastTelling(fn, axis);
    const [, most] = rangeOf(fn, axis);
    const all = Array.from({ length: Math.max(0, most - least) + 1 }, (_, k) => least + k);
    const open = all.filter((size) => !Object.values(sizes).includes(size));
    // Narrow ranges can make it impossible; then equal sizes are better than none.
    const choices = i === single ? [1] : open.length > 0 ? open : all;
    sizes[axis] = choices[choose(whole, 0, choices.length - 1)] as number;
  }
  return sizes;
}
