/**
 * Logistic regression by gradient descent, over all examples at once or one example after the other.
 */

import { mean, type Num } from "../numbers/num.ts";
import { bceWithLogits, predictProba } from "./logistic.ts";
import { netInputs } from "./neuron.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/** Weights and bias. */
export interface Logistic {
  readonly w: Vector;
  readonly b: Num;
}

/** Mean binary cross-entropy of the labels, from the logits: it is finite for any weights. */
export const logisticLoss = (X: Matrix, y: Vector, { w, b }: Logistic): Num =>
  bceWithLogits(y, netInputs(X, w, b));

/**
 * One step of descent on the mean binary cross-entropy.
 *
 *     w′_j = w_j − η (1/n) Σ_i x_ij (σ(z_i) − y_i),   b′ = b − η (1/n) Σ_i (σ(z_i) − y_i)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y labels, shape [n]
 * @see Machine Learning Visualized, 0.4.8
 */
export function logisticStep(X: Matrix, y: Vector, at: Logistic, lr: Num): Logistic {
  const errors = predictProba(X, at.w, at.b).map((p, i) => p.minus(y[i] as Num));
  const slope = (j: number): Num => mean(errors.map((e, i) => e.times((X[i] as Vector)[j] as Num)));
  return {
    w: at.w.map((wj, j) => wj.minus(lr.times(slope(j)))),
    b: at.b.minus(lr.times(mean(errors))),
  };
}

/**
 * Passes over the examples, with the loss over all of them before each pass and after the last.
 *
 * @param bySample a step after each example, in the order of the rows, in place of one step a pass
 * @returns losses of shape [epochs + 1]
 * @see Machine Learning Visualized, 0.4.10
 */
export function fitLogistic(
  X: Matrix,
  y: Vector,
  start: Logistic,
  lr: Num,
  epochs: number,
  bySample: boolean,
): Logistic & { readonly losses: Num[] } {
  let now = start;
  const losses = [logisticLoss(X, y, now)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (bySample) for (const [i, x] of X.entries()) now = logisticStep([x], [y[i] as Num], now, lr);
    else now = logisticStep(X, y, now, lr);
    losses.push(logisticLoss(X, y, now));
  }
  return { ...now, losses };
}
