/**
 * An output layer of sigmoid units and its mean squared error.
 */
import { sigmoid } from "../linear-models/sigmoid.ts";
import { mean, type Num } from "../numbers/num.ts";

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
