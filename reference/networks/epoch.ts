/**
 * What an epoch comes to: loss and accuracy, put together from its batches.
 */
import { type Num, sum } from "../numbers/num.ts";

/** A batch, by the mean of its losses, the number of its hits and of its examples. */
export interface BatchResult {
  readonly loss: Num;
  readonly correct: Num;
  readonly size: Num;
}

/**
 * Means over all examples.
 *
 *     L̄ = Σ_k n_k L_k / Σ_k n_k,   accuracy = Σ_k c_k / Σ_k n_k
 *
 * @throws RangeError if there is no batch
 * @see Building FeedForward Networks with Pytorch, Complete train and validation loop
 */
export function epochStats(batches: readonly BatchResult[]): { loss: Num; accuracy: Num } {
  if (batches.length === 0) throw new RangeError("epochStats: at least one batch, got none");
  const n = sum(batches.map(({ size }) => size));
  return {
    loss: sum(batches.map(({ loss, size }) => loss.times(size))).over(n),
    accuracy: sum(batches.map(({ correct }) => correct)).over(n),
  };
}
