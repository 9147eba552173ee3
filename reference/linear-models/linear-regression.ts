/**
 * Linear regression of several inputs, as a chain of matrices.
 */
import { product } from "../numbers/matrix.ts";
import type { Num } from "../numbers/num.ts";
import { meanSquaredError } from "./scores.ts";

type Matrix = readonly (readonly Num[])[];

/** Weights in × out, and biases of one row. */
export interface LinearWeights {
  readonly W: Matrix;
  readonly B: Matrix;
}

/**
 * Predictions, with the weighted inputs that they are made of.
 *
 *     N = X W,   P = N + B
 *
 * @param X one example a row, shape [n, m]
 * @param weights W, shape [m, t]; B, shape [1, t], added to every row
 */
export function linearPredictions(X: Matrix, { W, B }: LinearWeights) {
  const N = product(X, W);
  const bias = B[0] as readonly Num[];
  return { N, P: N.map((row) => row.map((net, k) => net.plus(bias[k] as Num))) };
}

/**
 * Predictions and their mean squared error, with what a backward pass needs.
 *
 *     L = mean of (y − P)² over all entries
 *
 * @param X one example a row, shape [n, m]
 * @param y targets, shape [n, t]
 * @param weights W, shape [m, t]; B, shape [1, t], added to every row
 * @see 09.1 Deep Learning – Neural Network, 1.3
 */
export function linearForward(X: Matrix, y: Matrix, weights: LinearWeights) {
  const { N, P } = linearPredictions(X, weights);
  return { N, P, loss: meanSquaredError(y.flat(), P.flat()) };
}
