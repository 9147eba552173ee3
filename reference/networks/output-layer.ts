/**
 * An output layer of sigmoid units and its mean squared error.
 */
import { sigmoid } from "../linear-models/sigmoid.ts";
import { mean, type Num } from "../numbers/num.ts";
import { denseForward } from "./dense-layer.ts";
import type { DenseNetwork } from "./softmax-network.ts";

type Matrix = readonly (readonly Num[])[];

/**
 * Mean squared error over all examples and outputs, as a function of the output net inputs.
 *
 *     L = (1/(n·t)) Σ_i Σ_j (y_ij − σ(z_ij))²
 *
 * @param Z output net inputs, shape [n, t]
 * @param Y targets, shape [n, t]
 * @see Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation
 */
export const sigmoidOutputLoss = (Z: Matrix, Y: Matrix): Num =>
  mean(
    Z.flatMap((row, i) => {
      const targets = Y[i] as readonly Num[];
      return row.map((z, j) => (targets[j] as Num).minus(sigmoid(z)).squared());
    }),
  );

/**
 * The same for a network of two sigmoid layers.
 *
 *     Z = σ(X·W_h + b_h)·W_o + b_o
 */
export function sigmoidSquaredError(X: Matrix, Y: Matrix, { Wh, bh, Wo, bo }: DenseNetwork): Num {
  const H = denseForward(X, Wh, bh[0] as readonly Num[]).map((row) => row.map(sigmoid));
  return sigmoidOutputLoss(denseForward(H, Wo, bo[0] as readonly Num[]), Y);
}
