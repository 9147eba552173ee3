/**
 * A function of which only values are known: its slope is right however it is measured.
 */
import { apply } from "../functions/apply.ts";
import { type FunctionName, formulaOf } from "../functions/known.ts";
import { Num } from "../numbers/num.ts";
import { gradient } from "../numbers/tracked.ts";
import { centralDifference } from "./central-difference.ts";

/** The steps with which a central difference counts as the slope. */
const SMALLEST_STEP = 1e-6;
const LARGEST_STEP = 1e-3;

/** An error in units of the magnitude that allows for it, rounded down: 8 roundings of 2⁻⁵³, taken 8 times. */
const RELATIVE_ERROR = 2 ** -47;

/**
 * f(z). Its slope is f′(z) with a magnitude that leaves room for the error of every central difference with a step h
 * from 10⁻⁶ to 10⁻³:
 *
 *     |D_h f(z) − f′(z)| ≤ |D_H f(z) − f′(z)| + ε·m(f(z))/h,   H = 10⁻³
 *
 * The first term is the truncation, which grows with the step; the second is the rounding of f, which grows as the
 * step shrinks. At a kink the first is as large as the jump of the slope: keep away from there.
 */
export function measured(f: FunctionName, z: Num): Num {
  const { value, magnitude } = apply(f, z);
  const at = new Num(z.value, z.magnitude);
  const slope = gradient(formulaOf(f)(at) as Num, at) as Num;
  const truncation = Math.abs(centralDifference(f, at, LARGEST_STEP).value - slope.value);
  const room = truncation / RELATIVE_ERROR + magnitude / SMALLEST_STEP;
  return z.through(value, slope.value, 0, slope.magnitude + room);
}
