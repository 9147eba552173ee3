// Grade with: npm run grade ex19

type Vector = number[];
type Matrix = number[][];

/**
 * Weights and bias after one step of gradient descent on the mean binary cross-entropy. Both gradients
 * are taken at the old weights and bias.
 *
 *     w ← w − η ∇_w L, b ← b − η ∂L/∂b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y labels, 0 or 1, shape [n], 0 or 1
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @param lr learning rate η, 0 or more
 * @returns the new weights and the new bias, a pair, [m, number]
 */
export function logisticStep(X: Matrix, y: Vector, w: Vector, b: number, lr: number): [Vector, number] {
  throw new Error("not implemented: logisticStep");
}

/**
 * Logistic regression by gradient descent: epochs passes over the examples from (w0, b0), with the
 * mean binary cross-entropy over all examples before each pass and after the last.
 *
 *     w ← w − η ∇_w L, b ← b − η ∂L/∂b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y labels, 0 or 1, shape [n], 0 or 1
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η, 0 or more
 * @param epochs number of passes over the examples, whole
 * @param mode "batch" for one step a pass, or "sample" for a step after each example, text; batch
 *   where it is left out
 * @returns the model, and the loss on the way
 *   w: weights after the last pass, shape [m]
 *   b: bias after the last pass
 *   losses: losses[e] is L before pass e, the last entry L of what is returned, shape [epochs + 1]
 */
export function fitLogistic(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  epochs: number,
  mode: "batch" | "sample" = "batch",
): { w: Vector; b: number; losses: number[] } {
  throw new Error("not implemented: fitLogistic");
}
