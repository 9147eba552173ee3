/**
 * A gradient held against central differences, number by number.
 */
import type { FunctionName } from "../functions/known.ts";
import { Num, num, unrecorded } from "../numbers/num.ts";
import { numericalGradient } from "./descent.ts";

type Matrix = readonly (readonly Num[])[];
/** Matrices by name. */
export type Params = Readonly<Record<string, Matrix>>;

export const CHECK_STEP = 1e-4;
export const CHECK_TOLERANCE = 1e-5;
/** Below this size two numbers count as equal to 0. */
const FLOOR = 1e-8;

/**
 * How far two slopes are apart, in units of their size.
 *
 *     |a − b| / max(10⁻⁸, |a| + |b|)
 *
 * @returns 0 … 1; NaN where one is NaN
 */
export function relativeError(a: Num, b: Num): Num {
  const size = a.abs().plus(b.abs());
  return a
    .minus(b)
    .abs()
    .over(size.value > FLOOR ? size : FLOOR);
}

/** One number of a gradient, and how far it is off. */
export interface Checked {
  readonly name: string;
  readonly row: number;
  readonly col: number;
  readonly relError: Num;
}

/** All numbers of a gradient, matrix by matrix and row by row. */
export function checkedEntries(
  loss: FunctionName,
  params: Params,
  grads: Params,
  eps: Num | number = CHECK_STEP,
): Checked[] {
  const measured = unrecorded(() => numericalGradient(loss, params, eps));
  return Object.entries(measured).flatMap(([name, M]) =>
    M.flatMap((slopes, row) =>
      slopes.map((slope, col) => ({
        name,
        row,
        col,
        relError: relativeError(slope, grads[name]?.[row]?.[col] as Num),
      })),
    ),
  );
}

/** Whether a is a larger error than b; NaN is the largest. */
const isWorse = (a: number, b: number): boolean => !Number.isNaN(b) && !(a <= b);

/**
 * Whether a gradient agrees with central differences, and where it does so least: the first of equal errors.
 *
 * @see 01 build and train feedforward nn, 1.7
 */
export function checkGradients(
  loss: FunctionName,
  params: Params,
  grads: Params,
  eps?: Num | number,
  tol: Num | number = CHECK_TOLERANCE,
) {
  const { name, row, col, relError } = checkedEntries(loss, params, grads, eps).reduce((worst, one) =>
    isWorse(one.relError.value, worst.relError.value) ? one : worst,
  );
  const ok = relError.value <= num(tol).value;
  return { ok, worst: { name, row: new Num(row), col: new Num(col), relError } };
}
