/**
 * Where an inequality is tightest: a search for its smallest margin, one number of the point at a time.
 *
 * Each number is moved by a step to either side. A step that helps doubles, one that does not shrinks to a third; then
 * the ends of the domain and 0 are tried. No derivative is taken: |·|, max and min have kinks where they are least.
 */
import { type Coordinate, movedTo, numberAt } from "./coordinates.ts";
import type { Drawn } from "./point.ts";

/** Margins that may be worked out from one start. */
const BUDGET = 120;
const SMALLEST_STEP = 1e-7;

/**
 * The tightest point that was found from a start.
 *
 * @param margin how much room there is; ∞ where the relation says nothing
 */
export function tightestFrom(
  margin: (drawn: Drawn) => number,
  start: Drawn,
  coordinates: readonly Coordinate[],
): Drawn {
  let best = start;
  let least = margin(start);
  let left = BUDGET;
  const better = (coordinate: Coordinate, x: number): boolean => {
    const { low, high } = coordinate.ends;
    const inside = Math.min(high, Math.max(low, x));
    if (left === 0 || inside === numberAt(coordinate, best)) return false;
    left--;
    const there = movedTo(best, coordinate, inside);
    const room = margin(there);
    if (!(room < least)) return false;
    [best, least] = [there, room];
    return true;
  };
  const steps = coordinates.map(
    (coordinate) =>
      0.25 * (coordinate.ends.high < 1 ? coordinate.ends.high : 1 + Math.abs(numberAt(coordinate, best))),
  );
  while (left > BUDGET / 4 && steps.some((step) => step > SMALLEST_STEP))
    for (const [i, coordinate] of coordinates.entries()) {
      const step = steps[i] as number;
      const x = numberAt(coordinate, best);
      const helped = better(coordinate, x + step) || better(coordinate, x - step);
      steps[i] = helped ? 2 * step : step / 3;
    }
  for (const coordinate of coordinates)
    for (const x of [0, coordinate.ends.low, coordinate.ends.high]) better(coordinate, x);
  return best;
}
