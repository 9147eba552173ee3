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

/** One argument of the operation that made a number: dθ/da += dθ/dv · slope. */
interface Parent {
  readonly of: Num;
  readonly slope: number;
  readonly slopeMagnitude: number;
}

const NONE: readonly Parent[] = [];
let made = 0;

export class Num {
  /** Mutable for central differences only: a leaf is moved, the formula run again. */
  value: number;
  readonly magnitude: number;
  readonly roundings: number;
  readonly parents: readonly Parent[];
  /** Counts up with every number: parents come before what is made of them. */
  readonly order: number;
  /** Place in the list of a running reverse sweep; means nothing outside one. */
  place = 0;

  constructor(value: number, magnitude = Math.abs(value), roundings = 0, parents: readonly Parent[] = NONE) {
    this.value = value;
    this.magnitude = magnitude;
    this.roundings = roundings;
    this.parents = parents;
    this.order = made++;
  }

  plus(other: Num | number): Num {
    const b = num(other);
    return new Num(
      this.value + b.value,
      this.magnitude + b.magnitude,
      Math.max(this.roundings, b.roundings) + 1,
      [parent(this, 1, 1), parent(b, 1, 1)],
    );
  }

  minus(other: Num | number): Num {
    const b = num(other);
    return new Num(
      this.value - b.value,
      this.magnitude + b.magnitude,
      Math.max(this.roundings, b.roundings) + 1,
      [parent(this, 1, 1), parent(b, -1, 1)],
    );
  }

  times(other: Num | number): Num {
    const b = num(other);
    return new Num(this.value * b.value, this.magnitude * b.magnitude, this.roundings + b.roundings + 1, [
      parent(this, b.value, b.magnitude),
      parent(b, this.value, this.magnitude),
    ]);
  }

  /** a/b; an error of b counts with |a/b|·m(b)/|b|. */
  over(other: Num | number): Num {
    const b = num(other);
    const size = Math.abs(b.value);
    const quotient = this.value / b.value;
    const growth = b.magnitude / size;
    return new Num(quotient, (this.magnitude / size) * growth, this.roundings + b.roundings + 1, [
      parent(this, 1 / b.value, growth / size),
      parent(b, -quotient / b.value, ((this.magnitude / size) * growth * growth) / size),
    ]);
  }

  negated(): Num {
    return new Num(-this.value, this.magnitude, this.roundings, [parent(this, -1, 1)]);
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
    return new Num(value, Math.abs(value) + Math.abs(slope) * this.magnitude, this.roundings + 2, [
      parent(this, slope, slopeMagnitude + curvature * this.magnitude),
    ]);
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
    return this.through(t, slope, 2 * Math.abs(t) * slope, 1 + t * t);
  }

  /** σ(z) = 1/(1 + e^(−z)), in the form that does not overflow. */
  sigmoid(): Num {
    const s = logistic(this.value);
    const slope = s * logistic(-this.value);
    // s(1 − s) is what everybody writes: its terms are of size s and s².
    return this.through(s, slope, slope, s * (1 + s));
  }

  /** ln(1 + e^z), in the form that does not overflow; its slope is σ(z). */
  softplus(): Num {
    const z = this.value;
    const s = logistic(z);
    return this.through(Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), s, s * logistic(-z));
  }

  /** max(0, z) with slope 0 at the kink. */
  relu(): Num {
    const on = this.value > 0 ? 1 : 0;
    return new Num(on === 1 ? this.value : 0, this.magnitude, this.roundings, [parent(this, on, on)]);
  }

  abs(): Num {
    const sign = Math.sign(this.value);
    return new Num(Math.abs(this.value), this.magnitude, this.roundings, [parent(this, sign, 1)]);
  }

  /** a^k for a constant exponent. */
  power(k: number): Num {
    const a = this.value;
    if (k === 0) return new Num(1, 1, 0, [parent(this, 0, 0)]);
    const curvature = Math.abs(k * (k - 1) * a ** (k - 2));
    return this.through(a ** k, k * a ** (k - 1), Number.isNaN(curvature) ? 0 : curvature);
  }
}

const parent = (of: Num, slope: number, slopeMagnitude: number): Parent => ({ of, slope, slopeMagnitude });

/** σ(z) without overflow for either sign. */
export const logistic = (z: number): number =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

/** A number as it is, or a constant. */
export const num = (a: Num | number): Num => (a instanceof Num ? a : new Num(a));

/** Σ a_i from left to right; 0 for none. */
export const sum = (terms: readonly Num[]): Num =>
  terms.length === 0 ? new Num(0) : terms.slice(1).reduce((total, term) => total.plus(term), terms[0] as Num);

/** (1/n) Σ a_i; NaN for none. */
export const mean = (terms: readonly Num[]): Num => sum(terms).over(terms.length);

/** Σ a_i b_i. */
export const dot = (a: readonly (Num | number)[], b: readonly (Num | number)[]): Num =>
  sum(a.map((ai, i) => num(ai).times(b[i] as Num | number)));
