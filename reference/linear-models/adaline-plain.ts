/**
 * Adaline in plain numbers with a part exchanged: what wrong formulas are made of.
 */
import { dot, mean, total } from "../numbers/plain.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];

/** Weights and bias. */
export type Place = { readonly w: number[]; readonly b: number };

/** Examples of a step, and its learning rate. */
export interface Batch {
  readonly X: Matrix;
  readonly y: Vector;
  readonly lr: number;
}

/** What can be exchanged in a step. */
export interface Part {
  /** What stands for the error y − z. */
  readonly error?: (y: number, z: number) => number;
  /** What the sum over n examples is multiplied by: 2/n. */
  readonly factor?: (n: number) => number;
}

export const netInput = (x: Vector, { w, b }: Place): number => dot(x, w) + b;

/** 1/(2·max(‖x‖² + 1)): with it a step for the longest example meets the label, and no step goes too far. */
export const safeRate = (X: Matrix): number => 1 / (2 * Math.max(...X.map((x) => dot(x, x) + 1)));

export const difference = (y: number, z: number): number => y - z;
/** The error of the class, which is the perceptron's. */
export const missed = (y: number, z: number): number => y - (z >= 0.5 ? 1 : 0);

/** factor·Σ e_i x_i and factor·Σ e_i, the way down. */
export function pull(
  { X, y }: Omit<Batch, "lr">,
  at: Place,
  { error = difference, factor = (n) => 2 / n }: Part = {},
): Place {
  const errors = X.map((x, i) => error(y[i] as number, netInput(x, at)));
  const by = factor(X.length);
  return {
    w: at.w.map((_, j) => {
      const column = X.map((x) => x[j] as number);
      return by * dot(errors, column);
    }),
    b: by * total(errors),
  };
}

/** Where a step leads that goes along a pull. */
export const along = ({ w, b }: Place, lr: number, way: Place): Place => ({
  w: w.map((wj, j) => wj + lr * (way.w[j] as number)),
  b: b + lr * way.b,
});

/** Where a step leads. */
export const stepFrom = (batch: Batch, at: Place, part: Part = {}): Place =>
  along(at, batch.lr, pull(batch, at, part));

/** The mean of the squared errors. */
export const meanSquare = ({ X, y }: Omit<Batch, "lr">, at: Place): number =>
  mean(X.map((x, i) => difference(y[i] as number, netInput(x, at)) ** 2));

/** Passes over the examples, each cut into batches; `next` says where a batch leads. */
export function passesOver(
  { X, y, w0, b0, lr }: Batch & { readonly w0: number[]; readonly b0: number },
  passes: readonly (readonly (readonly number[])[])[],
  next: (batch: Batch, at: Place) => Place = stepFrom,
): Place & { readonly losses: number[] } {
  let now: Place = { w: w0, b: b0 };
  const losses = passes.map((batches) => {
    const met = batches.flatMap((places) => {
      const batch = { X: places.map((i) => X[i] as Vector), y: places.map((i) => y[i] as number), lr };
      const sum = places.length * meanSquare(batch, now);
      now = next(batch, now);
      return sum;
    });
    return total(met) / X.length;
  });
  return { ...now, losses };
}
