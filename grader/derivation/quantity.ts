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
export const U = 2 ** -53;

/** Numbers below this have lost digits, down to all of them: e^{−800} is 0. */
export const TINY = 2 ** -1022;
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
export const along = (a: Quantity, order: number): Quantity | undefined =>
  a instanceof Dual && a.order === order ? a.slope : undefined;
export const without = (a: Quantity, order: number): Quantity =>
  a instanceof Dual && a.order === order ? a.primal : a;

/** The slope of a result: 0 for what does not depend on the variable, no number where there is no value. */
export function slopeOf(a: Quantity, order: number): Quantity {
  return Number.isFinite(numberOf(a)) ? (along(a, order) ?? 0) : Number.NaN;
}

export const plain = (value: number, off: number): Plain => (off === 0 ? value : new Rounded(value, off));

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
