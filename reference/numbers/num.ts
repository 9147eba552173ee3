/**
 * A number that remembers how it was made: its value, how far rounding can have moved it, and its derivative.
 *
 * Every formula of the reference is written once, forward, over these numbers. Reverse mode gives its gradient;
 * `magnitude` and `roundings` give the tolerance of a comparison (tolerance.ts).
 *
 *     magnitude: the formula with every term and factor replaced by its absolute value, so that it is the
 *     same for every order and grouping of sums and products:  |a − b| → m(a) + m(b),  a·b → m(a)·m(b),
 *     f(a) → |f(a)| + |f′(a)|·m(a)
 *     roundings: the longest chain of rounded operations behind the value
 */
import { sigmoid, softplus } from "./sigmoid.ts";

let made = 0;
let recording = true;

/** How many numbers there have been: a measure of work that is the same on every machine. */
export const numbersMade = (): number => made;

/**
 * Runs a formula for its values alone: the numbers it makes do not remember what they were made of.
 * Central differences run a formula thousands of times and need no gradient of it.
 */
export function unrecorded<T>(formula: () => T): T {
  const before = recording;
  recording = false;
  try {
    return formula();
  } finally {
    recording = before;
  }
}

export class Num {
  /** Mutable for central differences only: a leaf is moved, the formula run again. */
  value: number;
  readonly magnitude: number;
  readonly roundings: number;
  /** Counts up with every number: operands come before what is made of them. */
  readonly order: number;
  /** Place in the list of a running reverse sweep; means nothing outside one. */
  place = 0;
  /** The operands it was made of, at most two, with ∂this/∂operand and the size of that slope's terms. */
  left: Num | undefined = undefined;
  // Nothing, and not 0, until there is an operand: each 0 would have a box of its own in the engine's memory.
  leftSlope: number | undefined = undefined;
  leftSize: number | undefined = undefined;
  right: Num | undefined = undefined;
  rightSlope: number | undefined = undefined;
  rightSize: number | undefined = undefined;

  constructor(value: number, magnitude = Math.abs(value), roundings = 0) {
    this.value = value;
    this.magnitude = magnitude;
    this.roundings = roundings;
    this.order = made++;
  }

  /** Remembers an operand: this number changes by `slope` when the operand does by 1. */
  private of(operand: Num, slope: number, size: number): this {
    if (!recording) return this;
    if (this.left === undefined) {
      this.left = operand;
      this.leftSlope = slope;
      this.leftSize = size;
    } else {
      this.right = operand;
      this.rightSlope = slope;
      this.rightSize = size;
    }
    return this;
  }

  /** The same number with another error bound, for a route that has larger terms than the formula. */
  bounded(magnitude: number, roundings = this.roundings): Num {
    const same = new Num(this.value, magnitude, roundings);
    if (this.left !== undefined) same.of(this.left, this.leftSlope as number, this.leftSize as number);
    if (this.right !== undefined) same.of(this.right, this.rightSlope as number, this.rightSize as number);
    return same;
  }

  plus(other: Num | number): Num {
    const b = num(other);
    const roundings = Math.max(this.roundings, b.roundings) + 1;
    return new Num(this.value + b.value, this.magnitude + b.magnitude, roundings).of(this, 1, 1).of(b, 1, 1);
  }

  minus(other: Num | number): Num {
    const b = num(other);
    const roundings = Math.max(this.roundings, b.roundings) + 1;
    return new Num(this.value - b.value, this.magnitude + b.magnitude, roundings).of(this, 1, 1).of(b, -1, 1);
  }

  times(other: Num | number): Num {
    const b = num(other);
    return new Num(this.value * b.value, this.magnitude * b.magnitude, this.roundings + b.roundings + 1)
      .of(this, b.value, b.magnitude)
      .of(b, this.value, this.magnitude);
  }

  /** a/b; an error of b counts with |a/b|·m(b)/|b|. */
  over(other: Num | number): Num {
    const b = num(other);
    const size = Math.abs(b.value);
    const quotient = this.value / b.value;
    const growth = b.magnitude / size;
    return new Num(quotient, (this.magnitude / size) * growth, this.roundings + b.roundings + 1)
      .of(this, 1 / b.value, growth / size)
      .of(b, -quotient / b.value, ((this.magnitude / size) * growth * growth) / size);
  }

  negated(): Num {
    return new Num(-this.value, this.magnitude, this.roundings).of(this, -1, 1);
  }

  squared(): Num {
    return this.times(this);
  }

  /**
   * A smooth function of this number.
   *
   * @param value f(a)
   * @param slope f′(a)
   * @param curvature |f″(a)|, or a bound of it: how fast an error of a moves the slope
   * @param slopeMagnitude size of the terms that f′ is usually computed from, at least |f′(a)|
   */
  through(value: number, slope: number, curvature: number, slopeMagnitude = Math.abs(slope)): Num {
    const magnitude = Math.abs(value) + Math.abs(slope) * this.magnitude;
    const size = slopeMagnitude + curvature * this.magnitude;
    return new Num(value, magnitude, this.roundings + 2).of(this, slope, size);
  }

  exp(): Num {
    const e = Math.exp(this.value);
    return this.through(e, e, e);
  }

  log(): Num {
    const a = this.value;
    return this.through(Math.log(a), 1 / a, 1 / (a * a));
  }

  sqrt(): Num {
    const r = Math.sqrt(this.value);
    return this.through(r, 0.5 / r, 0.25 / (r * r * r));
  }

  tanh(): Num {
    const t = Math.tanh(this.value);
    const slope = 1 / Math.cosh(this.value) ** 2;
    // 1 − t² is what everybody writes: its terms are of size 1 + t².
    const result = this.through(t, slope, 2 * Math.abs(t) * slope, 1 + t * t);
    // By exponentials, or as 2σ(2z) − 1, it is a difference of terms of size 1.
    return result.bounded(Math.max(1, result.magnitude));
  }

  /**
   * σ(z), with slope σ(z)·σ(−z).
   *
   * @param slopeMagnitude size of the terms of the slope; of s(1 − s), which everybody writes, they are s and s²
   */
  sigmoid(slopeMagnitude?: number): Num {
    const s = sigmoid(this.value);
    const slope = s * sigmoid(-this.value);
    return this.through(s, slope, slope, slopeMagnitude ?? s * (1 + s));
  }

  /** ln(1 + e^z), in the form that does not overflow; its slope is σ(z). */
  softplus(): Num {
    const z = this.value;
    const s = sigmoid(z);
    return this.through(softplus(z), s, s * sigmoid(-z));
  }

  /** max(0, z) with slope 0 at the kink; NaN stays. */
  relu(): Num {
    const on = this.value > 0 ? 1 : 0;
    return new Num(Math.max(0, this.value), this.magnitude, this.roundings).of(this, on, on);
  }

  abs(): Num {
    const sign = Math.sign(this.value);
    return new Num(Math.abs(this.value), this.magnitude, this.roundings).of(this, sign, 1);
  }

  /** a^k for a constant exponent. */
  power(k: number): Num {
    const a = this.value;
    if (k === 0) return new Num(1, 1, 0).of(this, 0, 0);
    const curvature = Math.abs(k * (k - 1) * a ** (k - 2));
    return this.through(a ** k, k * a ** (k - 1), Number.isNaN(curvature) ? 0 : curvature);
  }
}

/** A number as it is, or a constant. */
export const num = (a: Num | number): Num => (a instanceof Num ? a : new Num(a));

/** Σ a_i from left to right; 0 for none. */
export function sum(terms: readonly Num[]): Num {
  let total = terms[0] ?? new Num(0);
  for (let i = 1; i < terms.length; i++) total = total.plus(terms[i] as Num);
  return total;
}

/** (1/n) Σ a_i; NaN for none. */
export const mean = (terms: readonly Num[]): Num => sum(terms).over(terms.length);

/** Σ a_i b_i. */
export const dot = (a: readonly (Num | number)[], b: readonly (Num | number)[]): Num =>
  sum(a.map((ai, i) => num(ai).times(b[i] as Num | number)));

/** The length of a vector, ‖a‖ = √(Σ a_i²). */
export const norm = (a: readonly Num[]): Num => dot(a, a).sqrt();
