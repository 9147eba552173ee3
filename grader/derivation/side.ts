/**
 * What bends or jumps where a number changes its sign.
 */
import { Degenerate } from "./formula-error.ts";
import { Dual, minus, negated, numberOf, offOf, plain, type Quantity } from "./quantity.ts";

/**
 * The side of 0 that a number is on, for what bends or jumps there.
 *
 * @throws Degenerate where a derivative is being taken and the number is 0: at a kink it has none
 */
export function sideOf(a: Quantity): number {
  const value = numberOf(a);
  if (a instanceof Dual && Math.abs(value) <= offOf(a) && moves(a)) throw new Degenerate("at a kink");
  return Math.sign(value);
}

/** Whether a number that is 0 leaves 0 along a derivative that is being taken. */
function moves(a: Quantity): boolean {
  if (!(a instanceof Dual)) return !(Math.abs(numberOf(a)) <= offOf(a));
  return moves(a.slope) || (a.primal instanceof Dual && moves(a.primal));
}

/**
 * The same for what jumps: a number that may be 0 but for rounding is on no side.
 *
 * @throws Degenerate there
 */
export function sideOfJump(a: Quantity): number {
  const off = offOf(a);
  if (off > 0 && !(Math.abs(numberOf(a)) > off)) throw new Degenerate("on a jump");
  if (Number.isNaN(numberOf(a))) throw new Degenerate("no number");
  return sideOf(a);
}

/** |a| */
export const absolute = (a: Quantity): Quantity => (sideOf(a) < 0 ? negated(a) : a);

/** The larger of two numbers for sign = 1, the smaller for −1. */
export function extreme(a: Quantity, b: Quantity, sign: 1 | -1): Quantity {
  const difference = minus(a, b);
  const gap = numberOf(difference);
  if (Number.isNaN(gap)) return gap;
  const [better, other] = sign * sideOf(difference) >= 0 ? [a, b] : [b, a];
  // Which one it is may be a matter of rounding: then either bound holds.
  if (better instanceof Dual || other instanceof Dual || Math.abs(gap) > offOf(difference)) return better;
  return plain(numberOf(better), Math.max(offOf(better), offOf(other)));
}
