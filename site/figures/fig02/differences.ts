/**
 * Difference quotients in plain numbers, for pictures: both kinds, and what each is wrong by.
 */
import { type FunctionName, functionOf } from "../../../reference/functions/known.ts";

/** Slope of the secant to the right: (f(x + h) − f(x))/h = f′(x) + h·f″(x)/2 + … */
export function forwardQuotient(f: FunctionName, x: number, h: number): number {
  const { value } = functionOf(f);
  return (value(x + h) - value(x)) / h;
}

/** Slope of the secant across: (f(x + h) − f(x − h))/(2h) = f′(x) + h²·f‴(x)/6 + … */
export function centralQuotient(f: FunctionName, x: number, h: number): number {
  const { value } = functionOf(f);
  return (value(x + h) - value(x - h)) / (2 * h);
}

/** Slopes on both sides of a place: where they differ there is a kink and no derivative. */
export function sideSlopes(f: FunctionName, x: number): { readonly left: number; readonly right: number } {
  const { slope } = functionOf(f);
  // The nearest number beside x; beside 0 the least normal one.
  const beside = Math.max(Math.abs(x) * 2 ** -52, 2 ** -1022);
  return { left: slope(x - beside), right: slope(x + beside) };
}

/** How the error of a central difference grows on either side of its best step. */
export interface ErrorLaws {
  /** The factor of h²: |f‴(x)|/6. */
  readonly truncation: number;
  /** The factor of 1/h: u·(|f(x)| + |x·f′(x)|), from rounding f and the places x ± h. */
  readonly rounding: number;
}

/** Half the distance from 1 to the next number. */
export const UNIT_ROUNDOFF = 2 ** -53;

/** f‴ comes from the exact slopes with this step: good to about six digits, enough for a line in a picture. */
const STEP = 2 ** -9;

/** @see derivation derivative, steps 4 and 5 */
export function errorLaws(f: FunctionName, x: number): ErrorLaws {
  const { value, slope } = functionOf(f);
  const third = (slope(x + STEP) - 2 * slope(x) + slope(x - STEP)) / STEP ** 2;
  const size = Math.abs(slope(x)) + Math.abs(slope(x + STEP));
  // What is left of a third derivative that is 0 is rounding: four units of the slopes, over the step's square.
  const isNone = Math.abs(third) <= (4 * UNIT_ROUNDOFF * Math.max(size, 1)) / STEP ** 2;
  return {
    truncation: isNone ? 0 : Math.abs(third) / 6,
    rounding: UNIT_ROUNDOFF * (Math.abs(value(x)) + Math.abs(x * slope(x))),
  };
}
