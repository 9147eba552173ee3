/**
 * Linear regression by mini-batches in plain numbers, for pictures: thousands of steps for a picture. Tests hold its
 * gradient to that of the graded loss.
 */
import { permutation, random } from "../../../reference/randomness/random.ts";

export type Rows = readonly Float64Array[];

/** Weights, and behind them the bias. */
export type Weights = Float64Array;

export interface Way {
  readonly size: number;
  readonly rate: number;
  /** Of the mean over the batch, or of the sum. */
  readonly of: "mean" | "sum";
  /** Whether a short last batch makes all that follow as short, as the document's program does. */
  readonly shrinks: boolean;
  readonly seed: number;
}

/** x·w + b */
export function predicted(x: Float64Array, w: Weights): number {
  let sum = w[x.length] as number;
  for (let j = 0; j < x.length; j++) sum += x[j]! * w[j]!;
  return sum;
}

/**
 * The gradient of the squared error over some examples.
 *
 *     ∂L/∂w = −(2/n) Σ_i x_i (y_i − ŷ_i),   ∂L/∂b = −(2/n) Σ_i (y_i − ŷ_i);   without 1/n for the sum
 */
export function gradientOf(
  X: Rows,
  y: ArrayLike<number>,
  rows: readonly number[],
  w: Weights,
  of: Way["of"],
): Weights {
  const slope = new Float64Array(w.length);
  const share = of === "mean" ? 2 / rows.length : 2;
  for (const i of rows) {
    const x = X[i] as Float64Array;
    const pull = share * (predicted(x, w) - (y[i] as number));
    for (let j = 0; j < x.length; j++) slope[j]! += pull * x[j]!;
    slope[x.length]! += pull;
  }
  return slope;
}

export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** Where the batches of so many steps begin and end, pass after pass over n examples. */
export function cutsOfSteps(
  n: number,
  { size, shrinks }: Pick<Way, "size" | "shrinks">,
  steps: number,
): readonly Cut[] {
  const cuts: Cut[] = [];
  let [from, now] = [0, Math.min(size, n)];
  for (let step = 0; step < steps; step++) {
    const to = Math.min(n, from + now);
    if (shrinks) now = to - from;
    cuts.push({ from, to });
    from = to === n ? 0 : to;
  }
  return cuts;
}

/** Errors beyond it are of no interest: the run has diverged. */
const HOPELESS = 1e7;

/** Steps between two rests. */
const REST = 20;

/** Weights after each step, from 0; fewer where the run diverges. With rests on the way. */
export function* trained(
  X: Rows,
  y: ArrayLike<number>,
  way: Way,
  steps: number,
): Generator<undefined, readonly Weights[]> {
  const rng = random(way.seed, "fig10-order");
  const all: Weights[] = [new Float64Array((X[0]?.length ?? 0) + 1)];
  let order: readonly number[] = [...X.keys()];
  for (const { from, to } of cutsOfSteps(X.length, way, steps)) {
    // A batch of all examples is the same in any order, and drawing one takes longer than the step.
    if (from === 0 && to < X.length) order = permutation(rng, X.length);
    if (all.length % REST === 0) yield;
    const w = all.at(-1) as Weights;
    const slope = gradientOf(X, y, order.slice(from, to), w, way.of);
    const next = w.map((wj, j) => wj - way.rate * (slope[j] as number));
    if (!next.every((wj) => Math.abs(wj) < HOPELESS)) break;
    all.push(next);
  }
  return all;
}
