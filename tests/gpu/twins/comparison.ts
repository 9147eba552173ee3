/**
 * One kernel beside its twin: what both give for the same inputs.
 */
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import { normal, type Random, random } from "../../../reference/randomness/random.ts";

/** Arrays of the device, and those of the twin in f64 that they belong to. */
export interface Pair {
  readonly yours: ArrayLike<number>;
  readonly right: ArrayLike<number>;
}

export interface Comparison {
  readonly name: string;
  /** Largest relative Frobenius error of a pair. */
  readonly bound: number;
  /** Inputs are numbers of f32, so that what differs is the arithmetic alone. */
  readonly run: (gpu: Gpu, draw: Drawn) => Promise<readonly Pair[]>;
}

/** Seeded numbers for a comparison, each exactly one of f32. */
export class Drawn {
  readonly rng: Random;

  constructor(seed: number, name: string) {
    this.rng = random(seed, name);
  }

  normals(length: number, scale = 1): Float64Array {
    return Float64Array.from({ length }, () => Math.fround(scale * normal(this.rng)));
  }

  /** Numbers in (low, high). */
  between(length: number, low: number, high: number): Float64Array {
    return Float64Array.from({ length }, () =>
      Math.fround(low + (high - low) * (0.001 + 0.998 * this.rng())),
    );
  }

  /** n rows of c entries, one of each 1. */
  oneHot(n: number, c: number): Float64Array {
    const Y = new Float64Array(n * c);
    for (let i = 0; i < n; i++) Y[i * c + Math.floor(c * this.rng())] = 1;
    return Y;
  }

  /** Entries 0 or 1. */
  bits(length: number): Float64Array {
    return Float64Array.from({ length }, () => (this.rng() < 0.3 ? 1 : 0));
  }
}

/**
 * Largest relative error of sums, products and elementary functions in f32: a unit roundoff is 6e-8, a sum of a
 * thousand terms in blocks is off by a few times that in the norm, and the gate leaves room for a driver's exp.
 */
export const GATE = 1e-5;
