/**
 * Numbers that inputs are searched with: the usual ones, edges, and numbers that were drawn before, for ties.
 *
 * In the family of quarters all are exact, large ones included, so that a tie is one by every route. In the wild
 * family they are anything: tiny, huge, of full length.
 */
import { type Arbitrary, constant, constantFrom, integer, oneof, tuple } from "fast-check";

/** The number that was drawn `back` draws before, or its opposite. */
export interface Again {
  readonly back: number;
  readonly sign: 1 | -1;
}

const again: Arbitrary<Again> = tuple(
  integer({ min: 0, max: 11 }),
  constantFrom(1 as const, -1 as const),
).map(([back, sign]) => ({ back, sign }));

/** A first kind is what others shrink to. */
const kinds = <T>(...all: readonly (readonly [weight: number, of: Arbitrary<T>])[]): Arbitrary<T> =>
  oneof({ withCrossShrink: true }, ...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const quarter = integer({ min: -12, max: 12 }).map((k) => k / 4);
const unit = constantFrom(0, 1, -1, -0);
const FULL = 2 ** 31;
/** A number in [−1, 1) whose digits are not few. */
const long = integer({ min: -FULL, max: FULL - 1 }).map((k) => k / FULL);

const exact = kinds<number | Again>(
  [12, quarter],
  [2, unit],
  [3, again],
  [1, integer({ min: -4e6, max: 4e6 }).map((k) => k / 4)],
);

const decimal = tuple(integer({ min: -99, max: 99 }), integer({ min: -6, max: 5 })).map(
  ([digits, power]) => digits * 10 ** power,
);
const wild = kinds<number | Again>(
  [4, decimal],
  [4, tuple(long, integer({ min: -20, max: 20 })).map(([x, power]) => x * 2 ** power)],
  [2, constantFrom(0, -0, 1, -1, 1e-12, -1e-12, 1e-300, -1e-300, 1e6, -1e6)],
  [2, again],
);

/** Real numbers. */
export const real = { quarters: () => exact, wild: () => wild };

/** Numbers in [low, high], its ends among them. */
export function within(low: number, high: number, inQuarters: boolean): Arbitrary<number | Again> {
  const [first, last] = [Math.ceil(low * 4), Math.floor(high * 4)];
  const ends = [0, 1, -1, low, high, -0].filter((x) => x >= low && x <= high);
  const any = integer({ min: 0, max: FULL }).map((k) => low + (high - low) * (k / FULL));
  const usual = inQuarters && first <= last ? integer({ min: first, max: last }).map((k) => k / 4) : any;
  return kinds<number | Again>([12, usual], [3, constantFrom(...ends)], [3, again]);
}

/** Shares in (0, 1). */
export const share = {
  quarters: () => kinds<number | Again>([12, integer({ min: 1, max: 15 }).map((k) => k / 16)], [2, again]),
  wild: () =>
    kinds<number | Again>(
      [8, integer({ min: 1, max: FULL - 1 }).map((k) => k / FULL)],
      [2, constantFrom(0.5, 1e-3, 0.999, 1e-9, 1 - 1e-9)],
      [2, again],
    ),
};

/** A number in [0, 1) for draws that have a rule of their own. */
export const fraction = (): Arbitrary<number> => integer({ min: 0, max: FULL - 1 }).map((k) => k / FULL);

/** Whole numbers, both ends included. */
export const whole = (min: number, max: number): Arbitrary<number> => integer({ min, max });

/** One in `n`, and false by preference. */
export const oneIn = (n: number): Arbitrary<boolean> => kinds([n - 1, constant(false)], [1, constant(true)]);
