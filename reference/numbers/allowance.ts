/**
 * How far rounding may carry two evaluations of one formula apart, relative to its magnitude. The formula of a
 * tolerance, and why its constants are these, stand in grader/exercise/tolerance.ts.
 */
import type { Num } from "./num.ts";

export const UNIT_ROUNDOFF = 2 ** -53;
/** Both evaluations, routes with a few times the operations, and library functions that are a few units off. */
export const ROUTES = 8;
/** Room for short formulas. */
const SHORT = 8;

export const stepsOf = ({ roundings }: Num): number => roundings + SHORT;

/** 8 · (k + 8) · u, of which the magnitude is still a factor. */
export const relativeAllowance = (a: Num): number => ROUTES * stepsOf(a) * UNIT_ROUNDOFF;
