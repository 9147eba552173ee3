// Grade with: npm run grade ex58

type Vector = number[];
type Matrix = number[][];

/**
 * Trains the model ŷ = w·x + b by mini-batches: nIter updates from (w0, b0). Throws a RangeError if
 * batchSize is below 1.
 *
 *     L_B = (1/(|B|)) Σ_(i ∈ B) (yᵢ − ŷᵢ)², w ← w − η ∂L_B/∂w, b ← b − η ∂L_B/∂b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y targets, one an example, shape [n]
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param opts how it is trained
 *   lr: learning rate η, 0 or more
 *   batchSize: examples of a batch, 1 or more, whole
 *   nIter: number of updates, whole
 *   orders: for each pass the order of the examples, as many as the updates need or more, shape [passes,
 *   n], whole
 * @returns the model, and the loss on the way
 *   w: weights after the last update, shape [m]
 *   b: bias after the last update
 *   losses: losses[k] is the loss of the batch of update k, before that update, shape [nIter]
 */
export function trainLinear(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  opts: { lr: number; batchSize: number; nIter: number; orders: number[][] },
): { w: Vector; b: number; losses: number[] } {
  throw new Error("not implemented: trainLinear");
}
