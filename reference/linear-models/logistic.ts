/**
 * Logistic regression: predicted probabilities, the logit, and the binary cross-entropy of logits.
 */

import { dot, mean, type Num, num } from "../numbers/num.ts";
import { netInputs } from "./neuron.ts";
import { sigmoid, softplus } from "./sigmoid.ts";

/**
 * Predicted probabilities of class 1.
 *
 *     p_i = σ(w·x_i + b)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param w weights, shape [m]
 * @returns shape [n]
 * @see Machine Learning Visualized, 0.4.5
 */
export const predictProba = (X: readonly (readonly Num[])[], w: readonly Num[], b: Num): Num[] =>
  netInputs(X, w, b).map((z) => sigmoid(z));

/**
 * Height of the line between the classes of two features, where p = 1/2.
 *
 *     x_2 = −(w_1 x_1 + b)/w_2
 *
 * @param w weights, shape [2], w_2 ≠ 0
 */
export const decisionLine = (w: readonly Num[], b: Num, x1: Num): Num =>
  dot([x1], w)
    .plus(b)
    .negated()
    .over(w[1] as Num);

/**
 * The logit of a probability, the inverse of σ.
 *
 *     z = ln p − ln(1 − p)
 *
 * @param p in (0, 1)
 */
export const logit = (p: Num): Num => p.log().minus(num(1).minus(p).log());

/**
 * Logits of the examples when the weights move by w and the bias by b from where they are.
 *
 *     z_i = z⁰_i + x_i·w + b
 *
 * @param start logits z⁰ before the move, shape [n]
 * @param X inputs, shape [n×m]
 * @param w shape [m]
 */
export const movedLogits = (
  start: readonly Num[],
  X: readonly (readonly Num[])[],
  w: readonly Num[],
  b: Num,
): Num[] =>
  start.map((z, i) =>
    dot(X[i] ?? [], w)
      .plus(z)
      .plus(b),
  );

/**
 * Binary cross-entropy of logits, ŷ = σ(z).
 *
 *     L = (1/n) Σ_i [ln(1 + e^(z_i)) − y_i z_i]
 *
 * The mean divides by n. The labels may lie between 0 and 1.
 *
 * @param y labels, shape [n]
 * @param z logits, shape [n]
 * @see Machine Learning Visualized, 0.4.6
 */
export const bceWithLogits = (y: readonly Num[], z: readonly Num[]): Num =>
  mean(z.map((zi, i) => softplus(zi).minus((y[i] as Num).times(zi))));
