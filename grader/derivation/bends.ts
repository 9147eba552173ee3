/**
 * The places where a formula bends: where the argument of max, |·|, a step or a case is 0, and where that of a
 * logarithm or a root is. Between such places one formula may be right and the next one wrong, so a relation is tried
 * on both sides of each, at a little and at a larger distance, and at the place itself.
 */
import { pick, type Random } from "../../reference/randomness/random.ts";
import { type Coordinate, movedTo, numberAt } from "./coordinates.ts";
import type { Drawn } from "./point.ts";

/** How many arguments are followed to their zero. */
const FOLLOWED = 12;
/** Steps to a zero. */
const STEPS = 40;
/** Steps that may be as long as the one before: to a zero they shrink, by a quarter where it is of third order. */
const LONG_STEPS = 8;
/** Beyond this a number is no place any more. */
const FARTHEST = 1e6;

/**
 * Points on both sides of bends.
 *
 * @param argumentsAt the arguments that decide at a point, in order; no more are needed than are asked for
 * @param starts points from which one number at a time is moved
 * @param coordinatesOf the numbers of a point that can be moved; points have sizes of their own
 */
export function bendsFrom(
  argumentsAt: (drawn: Drawn, atMost?: number) => readonly number[],
  starts: readonly Drawn[],
  coordinatesOf: (drawn: Drawn) => readonly Coordinate[],
  rng: Random,
): Drawn[] {
  const found: Drawn[] = [];
  for (const start of starts) {
    const [count, coordinates] = [argumentsAt(start).length, coordinatesOf(start)];
    if (count === 0 || coordinates.length === 0) continue;
    for (let i = 0; i < FOLLOWED / starts.length; i++) {
      const which = Math.floor(rng() * count);
      const coordinate = pick(rng, coordinates);
      const zero = zeroAlong((drawn) => argumentsAt(drawn, which + 1)[which], start, coordinate);
      if (zero !== undefined) found.push(...around(zero).flatMap((x) => placed(start, coordinate, x)));
    }
  }
  return found;
}

const around = (x: number): number[] => {
  const size = 1 + Math.abs(x);
  return [x, x - 1e-3 * size, x + 1e-3 * size, x - 0.5 * size, x + 0.5 * size];
};

/** The point with the number there; none where the domain ends before. Far out on the real line is still inside. */
function placed(start: Drawn, coordinate: Coordinate, x: number): Drawn[] {
  return inside(coordinate, x) ? [movedTo(start, coordinate, x)] : [];
}

const inside = ({ ends }: Coordinate, x: number): boolean =>
  Math.abs(x) <= FARTHEST && (ends.low < 0 || (x >= ends.low && x <= ends.high));

/** Where one argument is 0 when one number is moved, by secants. */
function zeroAlong(
  argument: (drawn: Drawn) => number | undefined,
  start: Drawn,
  coordinate: Coordinate,
): number | undefined {
  const at = (x: number): number => argument(movedTo(start, coordinate, x)) ?? Number.NaN;
  let p = numberAt(coordinate, start);
  let q = p + 0.1 * (1 + Math.abs(p));
  if (!inside(coordinate, q)) q = p - 0.01 * Math.abs(p);
  let [fp, fq] = [at(p), at(q)];
  if (fp === 0) return p;
  let long = 0;
  for (let i = 0; i < STEPS && fq !== 0; i++) {
    const next = q - (fq * (q - p)) / (fq - fp);
    if (!Number.isFinite(next) || !inside(coordinate, next)) return undefined;
    if (Math.abs(next - q) <= 1e-15 * (1 + Math.abs(q))) return next;
    // What decays towards 0, such as a probability, is followed no further.
    if (Math.abs(next - q) > 0.9 * Math.abs(q - p) && ++long > LONG_STEPS) return undefined;
    [p, fp, q, fq] = [q, fq, next, at(next)];
  }
  return Math.abs(fq) < 1e-9 ? q : undefined;
}
