/**
 * The classifier with one hidden sigmoid layer and a softmax output, and its summed cross-entropy.
 */

import { sigmoid } from "../linear-models/sigmoid.ts";
import { dot, type Num, sum } from "../numbers/num.ts";
import { denseForward } from "./dense-layer.ts";
import { logSoftmax, softmax } from "./softmax.ts";

type Matrix = readonly (readonly Num[])[];

/** A network of two layers: weights in×out, biases as matrices of one row. */
export interface DenseNetwork {
  /** Hidden weights, shape [m, h]. */
  readonly Wh: Matrix;
  /** Hidden biases, shape [1, h]. */
  readonly bh: Matrix;
  /** Output weights, shape [h, c]. */
  readonly Wo: Matrix;
  /** Output biases, shape [1, c]. */
  readonly bo: Matrix;
}

/** The parameters as a list, in the order of the record. */
export type Parameters = readonly [Wh: Matrix, bh: Matrix, Wo: Matrix, bo: Matrix];

export const networkFrom = ([Wh, bh, Wo, bo]: Parameters): DenseNetwork => ({ Wh, bh, Wo, bo });

/**
 * Hidden activations and output logits.
 *
 *     H = σ(X·W_h + b_h),  Z_o = H·W_o + b_o
 */
function layers(X: Matrix, p: DenseNetwork): { H: Num[][]; logits: Num[][] } {
  const H = denseForward(X, p.Wh, p.bh[0] as readonly Num[]).map((row) => row.map(sigmoid));
  return { H, logits: denseForward(H, p.Wo, p.bo[0] as readonly Num[]) };
}

/**
 * The forward pass.
 *
 *     Ŷ = ς(H·W_o + b_o)
 *
 * @param X one example a row, shape [n, m]
 * @returns hidden activations [n, h] and class probabilities [n, c]
 * @see 01 build and train feedforward nn, 1.3.1 to 1.3.3
 */
export function forward(X: Matrix, p: DenseNetwork): { H: Num[][]; yHat: Num[][] } {
  const { H, logits } = layers(X, p);
  return { H, yHat: softmax(logits) };
}

/**
 * Cross-entropy, summed over the examples.
 *
 *     J = −Σ_i Σ_c y_ic · ln ŷ_ic
 *
 * ln ŷ is taken from the logits, so that a probability of 0 does no harm.
 *
 * @param Y one-hot rows, shape [n, c]
 * @see 01 build and train feedforward nn, 1.3.4
 */
export function crossEntropy(X: Matrix, Y: Matrix, p: DenseNetwork): Num {
  const logY = logSoftmax(layers(X, p).logits);
  return sum(Y.map((y, i) => dot(y, logY[i] as Num[]))).negated();
}
