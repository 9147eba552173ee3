/**
 * Gradients through functions of which only values are known: a slope is right however it is measured.
 */
import { apply } from "../functions/apply.ts";
import { type FunctionName, functionOf } from "../functions/known.ts";
import { relativeAllowance, UNIT_ROUNDOFF } from "../numbers/allowance.ts";
import type { Num } from "../numbers/num.ts";
import { gradient, leavesOf, mapNums, type Tracked } from "../numbers/tracked.ts";
import { centralDifference } from "./central-difference.ts";

/** A known function at a tracked number, with its slope in one way or another. */
export type Call = (f: FunctionName, z: Num) => Num;

/** The steps with which a central difference counts as the slope. */
const SMALLEST_STEP = 1e-6;
const LARGEST_STEP = 1e-3;

/** Each of two values is off by a few roundings, and half of their difference is divided by the step. */
const ROUNDINGS = 4;
/** A step's error is its square times a series in its square, of which the first term is nearly all. */
const SAFETY = 1.25;

/** f(z) with the exact slope, in the size of the terms that a difference with the smallest step is computed from. */
const exactly: Call = (f, z) => {
  const value = apply(f, z);
  const slope = functionOf(f).slope(z.value);
  const rounding = (ROUNDINGS * UNIT_ROUNDOFF * value.magnitude) / SMALLEST_STEP;
  return z.through(value.value, slope, 0, Math.abs(slope) + rounding / relativeAllowance(value));
};

/** f(z) with the slope that the largest step measures. */
const coarsely: Call = (f, z) => z.through(apply(f, z).value, centralDifference(f, z, LARGEST_STEP).value, 0);

/**
 * The gradient of a formula that calls known functions. Its tolerance has room for every central difference of these
 * functions with a step from 10⁻⁶ to 10⁻³:
 *
 *     |g_h − g| ≤ |g_H − g| + the rounding of values, 4u·m(f)/h, carried back,   H = 10⁻³
 *
 * The first term is the truncation, which grows with the step; the second grows as the step shrinks. At a kink the
 * first is as large as the jump of the slope: keep away from there.
 *
 * @param formula the formula, with `call` in place of each call of a known function
 * @param by leaves of the formula
 */
export function measuredGradient<T extends Tracked>(formula: (call: Call) => Num, by: T): T {
  const coarse = leavesOf(gradient(formula(coarsely), by));
  let place = 0;
  return mapNums(gradient(formula(exactly), by), (leaf) => {
    const truncation = SAFETY * Math.abs((coarse[place++] as Num).value - leaf.value);
    return leaf.bounded(leaf.magnitude + truncation / relativeAllowance(leaf));
  }) as T;
}
