/**
 * Shares the points of an exercise among its checks: whole numbers that add up.
 */
import type { DerivationExercise } from "../exercise/derivation.ts";
import type { Exercise } from "../exercise/exercise.ts";
import type { FunctionCheck } from "../verdict/verdict.ts";

/**
 * A function with every kind of check has exactly these points. The contract is worth nothing by itself: a wrong
 * function, a hostile one included, that returns just any number keeps it.
 */
const WEIGHTS: Readonly<Record<FunctionCheck, number>> = {
  contract: 0,
  value: 5,
  edge: 2,
  law: 1,
  gradient: 2,
};
const POINTS_A_FUNCTION = 10;

/** Points of an exercise that does not say otherwise. */
export const usualPoints = (functions: number): number => POINTS_A_FUNCTION * functions;

/** All points of an exercise. */
export const pointsOf = ({ points, functions }: Exercise): number =>
  points ?? usualPoints(Object.keys(functions).length);

/** All points of a derivation. */
export const pointsOfDerivation = ({ points }: DerivationExercise): number => points ?? usualPoints(1);

/** Points for each check by largest remainder: the sum is the total, ties go to the earlier check. */
export function sharePoints(kinds: readonly FunctionCheck[], total: number): readonly number[] {
  const weight = kinds.reduce((s, kind) => s + WEIGHTS[kind], 0);
  const exact = kinds.map((kind) => (WEIGHTS[kind] * total) / weight);
  const points = exact.map(Math.floor);
  const left = total - points.reduce((s, p) => s + p, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) points[i] = (points[i] as number) + 1;
  return points;
}

/** Points for the checks of each function: every function has the same share, up to one point. */
export function pointsByFunction(
  functions: readonly (readonly FunctionCheck[])[],
  total: number,
): readonly (readonly number[])[] {
  const share = Math.floor(total / functions.length);
  const more = total - share * functions.length;
  return functions.map((kinds, i) => sharePoints(kinds, share + (i < more ? 1 : 0)));
}
