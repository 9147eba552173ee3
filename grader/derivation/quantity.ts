/**
 * A number of the evaluator: its value, how far rounding can have moved it, and its slope along each derivative
 * that is being taken.
 *
 * A plain number is exact: a drawn input, a size, an index. A dual number p + s·ε with ε² = 0 carries the slope s
 * of the derivative that its order names, and p and s are quantities of lower orders. So second and third
 * derivatives, also mixed ones, are dual numbers within dual numbers, and none of them has a step.
 *
 *     (p + s·ε)(q + t·ε) = p·q + (s·q + p·t)·ε,   f(p + s·ε) = f(p) + f′(p)·s·ε
 *
 * The bound of rounding is running: |a·b| moves by at most |a|·δb + |b|·δa + u·|a·b|, and so on; a sum's own
 * rounding is known exactly (Knuth).
 */
import { Degenerate, NoNumber } from "./formula-error.ts";

export class Rounded {
  readonly value: number;
  /** |value − what it would be without rounding| is at most this. */
  readonly off: number;

  constructor(value: number, off: number) {
    this.value = value;
    this.off = off;
  }
}

export class Dual {
  /** Of the derivatives that are open, which one: the inner has the higher number. */
  readonly order: number;
  readonly primal: Quantity;
  readonly slope: Quantity;

  constructor(order: number, primal: Quantity, slope: Quantity) {
    this.order = order;
    this.primal = primal;
    this.slope = slope;
  }
}

export type Quantity = number | Rounded | Dual;
/** A quantity without slopes. */
type Plain = number | Rounded;

/** Half a unit in the last place, relative to the value. */
const U = 2 ** -53;

/** Numbers below this have lost digits, down to all of them: e^{−800} is 0. */
const TINY = 2 ** -1022;
const rounding = (value: number): number => U * Math.abs(value) + TINY;

/** A number as a formula writes it: 0.1 is rounded, 0.25 and 3 are not. */
export const written = (value: number): Quantity =>
  Number.isInteger(value * 2 ** 20) ? value : new Rounded(value, U * Math.abs(value));

export function numberOf(a: Quantity): number {
  if (typeof a === "number") return a;
  return a instanceof Dual ? numberOf(a.primal) : a.value;
}

/** How far rounding can have moved the value. */
export function offOf(a: Quantity): number {
  if (typeof a === "number") return 0;
  return a instanceof Dual ? offOf(a.primal) : a.off;
}

export const orderOf = (a: Quantity): number => (a instanceof Dual ? a.order : 0);

/** The slope along one derivative; nothing for what does not depend on its variable. */
const along = (a: Quantity, order: number): Quantity | undefined =>
  a instanceof Dual && a.order === order ? a.slope : undefined;
const without = (a: Quantity, order: number): Quantity =>
  a instanceof Dual && a.order === order ? a.primal : a;

/** The slope of a result: 0 for what does not depend on the variable, no number where there is no value. */
export function slopeOf(a: Quantity, order: number): Quantity {
  return Number.isFinite(numberOf(a)) ? (along(a, order) ?? 0) : Number.NaN;
}

const plain = (value: number, off: number): Plain => (off === 0 ? value : new Rounded(value, off));

export function plus(a: Quantity, b: Quantity): Quantity {
  if (a instanceof Dual || b instanceof Dual) {
    const k = Math.max(orderOf(a), orderOf(b));
    const [s, t] = [along(a, k), along(b, k)];
    const slope = s === undefined ? (t as Quantity) : t === undefined ? s : plus(s, t);
    return new Dual(k, plus(without(a, k), without(b, k)), slope);
  }
  const [x, y] = [numberOf(a), numberOf(b)];
  const sum = x + y;
  const part = sum - x;
  const lost = Math.abs(x - (sum - part) + (y - part));
  return plain(sum, offOf(a) + offOf(b) + lost);
}

export function negated(a: Quantity): Quantity {
  if (typeof a === "number") return -a;
  return a instanceof Dual
    ? new Dual(a.order, negated(a.primal), negated(a.slope))
    : new Rounded(-a.value, a.off);
}

export const minus = (a: Quantity, b: Quantity): Quantity => plus(a, negated(b));

export function times(a: Quantity, b: Quantity): Quantity {
  if (a instanceof Dual || b instanceof Dual) {
    const k = Math.max(orderOf(a), orderOf(b));
    const [p, q, s, t] = [without(a, k), without(b, k), along(a, k), along(b, k)];
    const slope =
      s === undefined
        ? times(p, t as Quantity)
        : t === undefined
          ? times(s, q)
          : plus(times(s, q), times(p, t));
    return new Dual(k, times(p, q), slope);
  }
  const [x, y] = [numberOf(a), numberOf(b)];
  const value = x * y;
  if (typeof a === "number" && typeof b === "number")
    return isExact(x, y, value) ? value : new Rounded(value, rounding(value));
  if ((a === 0 || b === 0) && value === 0) return 0;
  const [dx, dy] = [offOf(a), offOf(b)];
  return new Rounded(value, Math.abs(x) * dy + Math.abs(y) * dx + dx * dy + rounding(value));
}

/** Whole numbers multiply without rounding, and so does anything with 0, 1 or 2. */
function isExact(x: number, y: number, value: number): boolean {
  if (x === 0 || y === 0) return Number.isFinite(value);
  if (isShift(x) || isShift(y)) return true;
  return Number.isInteger(x) && Number.isInteger(y) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

const isShift = (x: number): boolean => x === 1 || x === -1 || x === 2 || x === -2 || x === 0.5 || x === -0.5;

/** a/b; no number for b = 0. */
export function over(a: Quantity, b: Quantity): Quantity {
  if (a instanceof Dual || b instanceof Dual) {
    const k = Math.max(orderOf(a), orderOf(b));
    const [q, s, t] = [without(b, k), along(a, k), along(b, k)];
    const quotient = over(without(a, k), q);
    const above =
      t === undefined
        ? (s as Quantity)
        : s === undefined
          ? negated(times(quotient, t))
          : minus(s, times(quotient, t));
    return new Dual(k, quotient, over(above, q));
  }
  const [x, y] = [numberOf(a), numberOf(b)];
  if (y === 0) return Number.NaN;
  const value = x / y;
  if (typeof a === "number" && typeof b === "number" && isExact(value, y, x) && value * y === x) return value;
  const size = Math.abs(y) - offOf(b);
  if (!(size > 0)) return new Rounded(value, Number.POSITIVE_INFINITY);
  return new Rounded(value, (offOf(a) + Math.abs(value) * offOf(b)) / size + rounding(value));
}

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
