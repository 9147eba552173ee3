/**
 * Inputs that are cut off at a limit: felt by large ones alone, as edge cases have them.
 */
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Inputs } from "../../exercise/inputs.ts";
import { changedAt, rightFor } from "./changed-inputs.ts";
import { type Place, placesOf } from "./places.ts";
import type { WrongWay } from "./wrong-way.ts";

/** The inputs with the numbers at a place cut off; nothing where none is beyond the ends. */
const cutAt =
  (place: Place, [low, high]: readonly [number, number]) =>
  (inputs: Inputs): Inputs | undefined => {
    let isFelt = false;
    const cut = changedAt(place, (x) => {
      isFelt ||= x < low || x > high;
      return Math.min(high, Math.max(low, x));
    })(inputs);
    return isFelt ? cut : undefined;
  };

/** Where numbers are cut off by those who fear an overflow. */
const LIMITS = [10, 20, 30, 36, 50, 88, 100, 200, 250, 300, 350, 400, 500, 600, 700, 709, 710, 745];

/** One input cut off in one way, at each of the limits. */
export interface CutOff {
  /** "at ±500", where one limit alone fits. */
  readonly at: (limit: number) => string;
  /** "from below", where several fit. */
  readonly how: string;
  readonly name: string;
  readonly formulas: readonly { readonly limit: number; readonly formula: WrongWay["formula"] }[];
}

/** Inputs that are cut off: felt by large ones alone, as edge cases have them. */
export function cutOffs(fn: AnyFunction): readonly CutOff[] {
  const none = Number.POSITIVE_INFINITY;
  return placesOf(fn).flatMap((place) => {
    const way = (
      at: CutOff["at"],
      how: string,
      ends: (limit: number) => readonly [number, number],
    ): CutOff => ({
      at,
      how,
      name: place.name,
      formulas: LIMITS.map((limit) => ({ limit, formula: rightFor(fn, cutAt(place, ends(limit))) })),
    });
    return [
      way(
        (limit) => `at ${limit}`,
        "from above",
        (limit) => [-none, limit],
      ),
      way(
        (limit) => `at −${limit}`,
        "from below",
        (limit) => [-limit, none],
      ),
      way(
        (limit) => `at ±${limit}`,
        "at both ends",
        (limit) => [-limit, limit],
      ),
    ];
  });
}
