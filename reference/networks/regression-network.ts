/**
 * A network for regression: a hidden layer of sigmoid units, and one linear output.
 */
import { sigmoid } from "../linear-models/sigmoid.ts";
import { product } from "../numbers/matrix.ts";
import { mean, type Num } from "../numbers/num.ts";

type Matrix = readonly (readonly Num[])[];

/** Weights in×out, biases as matrices of one row. */
export interface RegressionNetwork {
  /** Hidden weights, shape [m, h]. */
  readonly W1: Matrix;
  /** Hidden biases, shape [1, h]. */
  readonly B1: Matrix;
  /** Output weights, shape [h, 1]. */
  readonly W2: Matrix;
  /** Output bias, shape [1, 1]. */
  readonly B2: Matrix;
}

const plusRow = (A: Matrix, [b = []]: Matrix): Num[][] =>
  A.map((row) => row.map((a, k) => a.plus(b[k] as Num)));

/**
 * The forward pass, with what the way back needs, and the mean squared error.
 *
 *     M1 = X·W1,  N1 = M1 + B1,  O1 = σ(N1),  M2 = O1·W2,  P = M2 + B2,  L = (1/n) Σ_i (y_i − P_i)²
 *
 * @param X inputs, shape [n, m]
 * @param y targets, shape [n, 1]
 * @see 09.1 Deep Learning – Neural Network, 1.4
 */
export function regressionForward(X: Matrix, y: Matrix, w: RegressionNetwork) {
  const M1 = product(X, w.W1);
  const N1 = plusRow(M1, w.B1);
  const O1 = N1.map((row) => row.map(sigmoid));
  const M2 = product(O1, w.W2);
  const P = plusRow(M2, w.B2);
  const loss = mean(P.flatMap((row, i) => row.map((p, j) => (y[i] as Num[])[j]!.minus(p).squared())));
  return { info: { M1, N1, O1, M2, P }, loss };
}
