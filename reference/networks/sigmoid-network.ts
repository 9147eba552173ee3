/**
 * A network with one hidden layer and the sigmoid in both layers, and its mean squared error.
 */

import { sigmoid } from "../linear-models/sigmoid.ts";
import { dot, mean, type Num } from "../numbers/num.ts";

/** Weights out×in: row i of a weight matrix belongs to unit i. */
export interface SigmoidNetwork {
  /** Hidden weights, shape [d, m]. */
  readonly W1: readonly (readonly Num[])[];
  /** Hidden biases, shape [d]. */
  readonly b1: readonly Num[];
  /** Output weights, shape [t, d]. */
  readonly W2: readonly (readonly Num[])[];
  /** Output biases, shape [t]. */
  readonly b2: readonly Num[];
}

/**
 * One layer of sigmoid units for one example.
 *
 *     a_i = σ(Σ_k w_ik·x_k + b_i)
 *
 * @param W weights, shape [out, in]
 * @returns activations, shape [out]
 */
export const sigmoidLayer = (x: readonly Num[], W: readonly (readonly Num[])[], b: readonly Num[]): Num[] =>
  W.map((row, i) => sigmoid(dot(row, x).plus(b[i] as Num)));

/**
 * Activations of both layers for one example.
 *
 * @param x one example, shape [m]
 * @returns hidden and output activations, shapes [d] and [t]
 */
export function activations(x: readonly Num[], p: SigmoidNetwork): { hidden: Num[]; output: Num[] } {
  const hidden = sigmoidLayer(x, p.W1, p.b1);
  return { hidden, output: sigmoidLayer(hidden, p.W2, p.b2) };
}

/**
 * Squared error of one example, averaged over the outputs.
 *
 *     L = (1/t) Σ_j (y_j − a_j)²
 *
 * @param x one example, shape [m]
 * @param y its targets, shape [t]
 * @see Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation, with n = 1
 */
export function exampleLoss(x: readonly Num[], y: readonly Num[], p: SigmoidNetwork): Num {
  const { output } = activations(x, p);
  return mean(y.map((yj, j) => yj.minus(output[j] as Num).squared()));
}
