/**
 * How a classifier does on a data set, whatever the batches that it is looked at in.
 */
import { meanSquaredError } from "../linear-models/scores.ts";
import type { Num } from "../numbers/num.ts";
import { plainOf } from "../numbers/tracked.ts";
import { accuracy, argmaxRows, oneHot } from "./labels.ts";

/**
 * Mean squared error against one-hot targets, and the share of hits.
 *
 *     mse = (1/(n·t)) Σ_i Σ_j (Y_ij − P_ij)²,  acc = (1/n) Σ_i [argmax P_i = y_i]
 *
 * @param P what the classifier gives, one example a row, shape [n, t]
 * @param y labels from 0 to t − 1, shape [n]
 * @see Building FeedForward Networks with Pytorch, compute_mse_and_acc
 */
export const mseAndAccuracy = (
  P: readonly Num[][],
  y: readonly number[],
  t: number,
): { mse: Num; acc: Num } => ({
  mse: meanSquaredError(oneHot(y, t).flat(), P.flat()),
  acc: accuracy(argmaxRows(plainOf(P) as number[][]), y),
});
