// Grade with: npm run grade ex27

type Vector = number[];
type Matrix = number[][];

/**
 * Adaline by mini-batches: one pass for each order from (w0, b0), cut into batches of batchSize, with
 * one step a batch. Throws a RangeError if batchSize is below 1.
 *
 *     w ← w + (2η/(|B|)) Σ_(i ∈ B) (yᵢ − zᵢ) xᵢ, b ← b + (2η/(|B|)) Σ_(i ∈ B) (yᵢ − zᵢ)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y their labels, shape [n], 0 or 1
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η, 0 or more
 * @param batchSize examples of a batch, 1 or more, whole
 * @param orders for each pass the order of the examples, a permutation of 0 … n−1, shape [passes, n],
 *   whole
 * @returns the model, and the loss on the way
 *   w: weights after the last pass, shape [m]
 *   b: bias after the last pass
 *   losses: losses[k] is the mean over all examples of (y − z)², each with the z before the step of its
 *   batch, shape [passes]
 */
export function fitAdalineMiniBatch(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  batchSize: number,
  orders: number[][],
): { w: Vector; b: number; losses: number[] } {
  throw new Error("not implemented: fitAdalineMiniBatch");
}
