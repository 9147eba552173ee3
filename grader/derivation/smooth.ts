/**
 * Smooth functions of quantities: the chain rule for slopes, f′ times the bound for rounding.
 */
import { Degenerate, NoNumber } from "./formula-error.ts";
import {
  along,
  Dual,
  minus,
  numberOf,
  offOf,
  orderOf,
  over,
  plus,
  type Quantity,
  Rounded,
  TINY,
  times,
  U,
  without,
} from "./quantity.ts";

/** A function of one number, with what its derivative is. */
export interface Smooth {
  readonly value: (x: number) => number;
  readonly slope: (x: Quantity) => Quantity;
  /** Where it ends; everywhere is inside where nothing is said. */
  readonly inside?: (x: number) => boolean;
  /** The size of the terms that it is added up from, where they may cancel. */
  readonly size?: (x: number) => number;
}

/** A library's function is good to one unit in the last place. */
const LIBRARY = 2 * U;

/** f(a) */
export function through(a: Quantity, f: Smooth): Quantity {
  if (a instanceof Dual) return new Dual(a.order, through(a.primal, f), times(f.slope(a.primal), a.slope));
  const x = numberOf(a);
  const off = offOf(a);
  if (f.inside?.(x) === false) {
    // What is outside by less than rounding may be inside.
    if (f.inside(x - off) || f.inside(x + off)) throw new Degenerate("at the end of a domain");
    throw new NoNumber(`outside of the domain: ${x}`);
  }
  const value = f.value(x);
  const carried = off === 0 ? 0 : Math.abs(numberOf(f.slope(x))) * off;
  return new Rounded(value, carried + LIBRARY * (f.size?.(x) ?? Math.abs(value)) + TINY);
}

const notNegative = (x: number): boolean => !(x < 0);
const squareRoot: Smooth = {
  value: Math.sqrt,
  slope: (x) => over(0.5, through(x, squareRoot)),
  inside: notNegative,
};
/** −∞ at 0, which is also where an argument underflows. */
const logarithm: Smooth = { value: Math.log, slope: (x) => over(1, x), inside: notNegative };

export const rootOf = (a: Quantity): Quantity => through(a, squareRoot);
export const logOf = (a: Quantity): Quantity => through(a, logarithm);

/** Whole exponents up to here are multiplied out. */
const MULTIPLIED = 32;

/** a^p */
export function power(a: Quantity, p: Quantity): Quantity {
  if (typeof p === "number") {
    if (p === 0.5) return rootOf(a);
    if (Number.isInteger(p) && Math.abs(p) <= MULTIPLIED)
      return p < 0 ? over(1, multiplied(a, -p)) : multiplied(a, p);
  }
  if (a instanceof Dual || p instanceof Dual) {
    const k = Math.max(orderOf(a), orderOf(p));
    const [base, exponent, s, t] = [without(a, k), without(p, k), along(a, k), along(p, k)];
    const value = power(base, exponent);
    const byBase = s === undefined ? undefined : times(times(exponent, power(base, minus(exponent, 1))), s);
    const byExponent = t === undefined ? undefined : times(times(value, logOf(base)), t);
    const slope =
      byBase === undefined ? byExponent : byExponent === undefined ? byBase : plus(byBase, byExponent);
    return new Dual(k, value, slope as Quantity);
  }
  const [x, y] = [numberOf(a), numberOf(p)];
  if (x < 0 && !Number.isInteger(y)) throw new NoNumber(`${x} to the power of ${y}`);
  const value = x === 0 && y < 0 ? Number.NaN : x ** y;
  const [dx, dy] = [offOf(a), offOf(p)];
  const carried =
    (dx === 0 ? 0 : Math.abs((y * value) / x) * dx) +
    (dy === 0 ? 0 : Math.abs(value * Math.log(Math.abs(x))) * dy);
  return new Rounded(value, carried + 2 * LIBRARY * Math.abs(value) + TINY);
}

function multiplied(a: Quantity, n: number): Quantity {
  if (n === 0) return 1;
  if (n === 1) return a;
  const half = multiplied(a, Math.floor(n / 2));
  return n % 2 === 0 ? times(half, half) : times(times(half, half), a);
}
