/** The perceptron on painted examples, correction by correction, from zero weights. */
import { predicts } from "../fig16/perceptron-passes.ts";
import type { Point } from "../half-plane.ts";

/** A run that has not ended by then is broken off. */
export const MOST = 300;

/** Examples, in the order in which they take turns. */
export interface Painted {
  readonly X: readonly Point[];
  readonly y: readonly (0 | 1)[];
}

export interface Stand {
  readonly w: Point;
  readonly b: number;
  /** Which example has brought it here, and in which pass, from 1; none at the start. */
  readonly by?: number;
  readonly pass: number;
  /** Examples that are on the wrong side now. */
  readonly wrong: number;
}

export interface Run {
  /** The start, and what each correction left. */
  readonly stands: readonly Stand[];
  /** Errors met in each whole pass. */
  readonly errors: readonly number[];
  /** Whether a pass was without an error: nothing moves any more. */
  readonly ended: boolean;
}

/**
 * Passes until one has no error.
 *
 *     w ← w + (y − ŷ)x,   b ← b + (y − ŷ),   ŷ = 1 for w·x + b ≥ 0
 *
 * With η = 1: from zero weights η is a common factor of w and b, and moves no boundary.
 */
export function runOf({ X, y }: Painted): Run {
  const wrongBy = (w: Point, b: number): number =>
    X.filter((x, i) => predicts({ w, b }, x, 0) !== y[i]).length;
  const stands: Stand[] = [{ w: [0, 0], b: 0, pass: 0, wrong: wrongBy([0, 0], 0) }];
  const errors: number[] = [];
  for (let pass = 1; ; pass++) {
    let met = 0;
    for (const [i, x] of X.entries()) {
      const { w, b } = stands.at(-1) as Stand;
      const e = (y[i] as number) - predicts({ w, b }, x, 0);
      if (e === 0) continue;
      if (stands.length > MOST) return { stands, errors, ended: false };
      met++;
      // Places are tenths: sums of hundreds of them stay tenths, and a net input of 0 stays 0.
      const next: Point = [tenths(w[0] + e * x[0]), tenths(w[1] + e * x[1])];
      stands.push({ w: next, b: b + e, by: i, pass, wrong: wrongBy(next, b + e) });
    }
    errors.push(met);
    if (met === 0) return { stands, errors, ended: true };
  }
}

const tenths = (x: number): number => Math.round(10 * x) / 10;
