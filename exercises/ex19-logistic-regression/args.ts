/** Examples, and a step of descent with a part of it exchanged. */
import { matrix, vector } from "../../grader/exercise/form.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";

export type Vector = number[];
export type Matrix = number[][];

export const X = matrix("n m", "inputs, one example a row", { between: [-2, 2] });
export const y = vector("n", "labels, 0 or 1", { domain: "binary" });

export interface Place {
  readonly w: Vector;
  readonly b: number;
}
export interface Step extends Place {
  readonly X: Matrix;
  readonly y: Vector;
  readonly lr: number;
}

export const logit = (x: Vector, { w, b }: Place): number => x.reduce((z, xj, j) => z + w[j]! * xj, b);

/** 1 + the largest ‖x‖². */
export const steepest = (X: Matrix): number =>
  Math.max(...X.map((x) => x.reduce((total, xj) => total + xj * xj, 1)));

/** Means of x·e and of e, the gradient by w and by b. */
export function slopesAt(step: Step, predicted = sigmoid): Place {
  const errors = step.X.map((x, i) => predicted(logit(x, step)) - step.y[i]!);
  return { w: step.w.map((_, j) => mean(errors.map((e, i) => e * step.X[i]![j]!))), b: mean(errors) };
}

/** Where a step leads that goes `along` a gradient. */
export const moved = ({ w, b, lr }: Step, along: Place): Place => ({
  w: w.map((wj, j) => wj - lr * along.w[j]!),
  b: b - lr * along.b,
});
export const scaled = ({ w, b }: Place, factor: number): Place => ({
  w: w.map((wj) => factor * wj),
  b: factor * b,
});
/** The mean over the features in every entry, as np.mean gives it without an axis. */
export const levelled = ({ w, b }: Place): Place => ({ w: w.map(() => mean(w)), b });
