/**
 * A known function at a tracked number.
 */
import { type FunctionName, functionOf } from "./functions.ts";
import type { Num } from "./num.ts";

/**
 * f(a), with f′(a) as its slope.
 *
 * The curvature, by which an error of a moves the slope, is estimated from the exact slopes on either side.
 *
 * @throws RangeError if the table of known functions has no such name
 */
export function apply(f: FunctionName, a: Num): Num {
  const { value, slope } = functionOf(f);
  const step = 2 ** -13 * Math.max(1, Math.abs(a.value));
  const curvature = Math.abs(slope(a.value + step) - slope(a.value - step)) / (2 * step);
  return a.through(value(a.value), slope(a.value), Number.isFinite(curvature) ? curvature : 0);
}
