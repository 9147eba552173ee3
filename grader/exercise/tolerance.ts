/**
 * How far a right answer may lie from the reference: the one place where this is decided.
 *
 *     tolerance = 8 · (k + 8) · u · m + (k + 8) · 2⁻¹⁰²²
 *
 *     u = 2⁻⁵³   unit roundoff
 *     k          longest chain of rounded operations in the reference (Num.roundings)
 *     m          the formula with every term and factor replaced by its absolute value (Num.magnitude)
 *
 * Standard error analysis (Higham, *Accuracy and Stability of Numerical Algorithms*, §3.1) bounds the error of
 * one evaluation by about k·u·m. The reference and the submission each take one, in any order of sums and
 * products: m is the same for all of them, k changes by a small factor. 8 covers both evaluations, a route with a
 * few times the operations, and library functions that are a few units off; + 8 covers short formulas. The last
 * term covers underflow: a result below the smallest normal number may be 0.
 *
 * For a formula of 30 operations without cancellation this is a relative error of 3·10⁻¹⁴. The submission's own
 * value never enters.
 *
 * In an edge case a result that underflowed is right however small it is, below 10⁻¹⁰⁰: `asUnderflowed`.
 *
 * The constants are in reference/numbers/allowance.ts, which the reference's own bounds use, too.
 *
 * Where the reference is in f32, on a GPU, u is 2⁻²⁴ and the smallest normal number 2⁻¹²⁶: `inSinglePrecision`.
 */
import { ROUTES, relativeAllowance, stepsOf, UNIT_ROUNDOFF } from "../../reference/numbers/allowance.ts";
import { Num } from "../../reference/numbers/num.ts";

const SMALLEST_NORMAL = 2 ** -1022;

/** Largest |yours − expected| that passes for this expected number. */
export const toleranceOf = (expected: Num): number =>
  relativeAllowance(expected) * expected.magnitude + stepsOf(expected) * SMALLEST_NORMAL;

/** What no formula of the course tells from 0: a logit that is cut off at 500 gives a share of 7·10⁻²¹⁸. */
const AS_GOOD_AS_ZERO = 1e-100;

/**
 * A right answer below the smallest normal number, 0 included, with room for every other number that is as good as 0.
 * The tolerance that it had stays: a residual of 0 may be off by the rounding of its terms.
 */
export function asUnderflowed(expected: Num): Num {
  const { value, magnitude, roundings } = expected;
  if (!(Math.abs(value) < SMALLEST_NORMAL)) return expected;
  const room = AS_GOOD_AS_ZERO / relativeAllowance(expected);
  return new Num(value, Math.max(magnitude, room), roundings);
}

const SINGLE = { unitRoundoff: 2 ** -24, smallestNormal: 2 ** -126 };

/**
 * The right answer as a GPU gives it in f32, with the bound of the f64 formula: the same terms in the same chain, each
 * rounded to 24 bits. Inputs are rounded on their way to the device, which is one more rounding of each.
 */
export function inSinglePrecision(expected: Num, value: number): Num {
  const { unitRoundoff, smallestNormal } = SINGLE;
  const scaled = (expected.magnitude * unitRoundoff) / UNIT_ROUNDOFF;
  return new Num(value, scaled + smallestNormal / (ROUTES * UNIT_ROUNDOFF), expected.roundings + 1);
}

/** The same number with room for what an answer in f64 may be off by another formula besides. */
export const withRoomFor = (single: Num, expected: Num): Num =>
  single.bounded(single.magnitude + toleranceOf(expected) / relativeAllowance(single));
