/**
 * The central difference quotient of a known function.
 */
import { apply } from "../functions/apply.ts";
import type { FunctionName } from "../functions/known.ts";
import { type Num, num } from "../numbers/num.ts";

/** The step where none is given. */
export const DEFAULT_STEP = 1e-3;

/**
 * Slope of the secant through the points at x − h and x + h.
 *
 *     D_h f(x) = (f(x + h) − f(x − h)) / (2h)  =  f′(x) + h²·f‴(x)/6 + …
 *
 * It is not the derivative: for a step of 1 they differ in the first digit. The values of f are subtracted, so
 * rounding counts with |f|/h; that x ± h is rounded counts with |f′·x|/h.
 *
 * @param h step, > 0
 * @returns one number; NaN or ±Infinity where f is not finite at x ± h
 * @see 09.1 Deep Learning – Neural Network, 1.2.2
 */
export function centralDifference(f: FunctionName, x: Num, h: Num | number = DEFAULT_STEP): Num {
  const above = apply(f, x.plus(h));
  const below = apply(f, x.minus(h));
  return above.minus(below).over(num(h).times(2));
}
