/**
 * Descent on the mean squared error of a linear model, one batch a step.
 */
import type { Num } from "../numbers/num.ts";
import { adalineLoss, adalineStep } from "./adaline.ts";
import type { Neuron } from "./neuron.ts";

type Vector = readonly Num[];

/**
 * One step for each batch, with the loss of the batch before its step. Adaline without its threshold is this model.
 *
 *     L_B = (1/|B|) Σ_{i∈B} (y_i − ŷ_i)²,   ŷ_i = w·x_i + b
 *     w ← w − η ∂L_B/∂w,   b ← b − η ∂L_B/∂b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y targets, shape [n]
 * @param batches the places of the examples of each batch
 * @see 09.1 Deep Learning – Neural Network, 1.3
 */
export function batchDescent(
  X: readonly Vector[],
  y: Vector,
  start: Neuron,
  lr: Num,
  batches: readonly (readonly number[])[],
): Neuron & { readonly losses: Num[] } {
  let now = start;
  const losses = batches.map((places) => {
    const [rows, targets] = [places.map((i) => X[i] as Vector), places.map((i) => y[i] as Num)];
    const loss = adalineLoss(rows, targets, now);
    now = adalineStep(rows, targets, now, lr);
    return loss;
  });
  return { ...now, losses };
}
