/**
 * A dense layer: every unit sees every input. The three layouts of the source documents are one formula,
 *
 *     z_ij = Σ_l x_il · w_(l→j) + b_j
 */
import { product, transpose } from "../numbers/matrix.ts";
import { dot, type Num } from "../numbers/num.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/**
 * Weights in×out, examples in rows.
 *
 *     Z = X·W + b
 *
 * @param X one example a row, shape [n, m]
 * @param W shape [m, k]
 * @param b added to every row, shape [k]
 * @returns shape [n, k]
 * @see 01 build and train feedforward nn, 1.3.1
 */
export const denseForward = (X: Matrix, W: Matrix, b: Vector): Num[][] =>
  product(X, W).map((row) => row.map((z, j) => z.plus(b[j] as Num)));

/**
 * Weights out×in, examples in rows, as PyTorch has them.
 *
 *     Z = X·Wᵀ + b
 *
 * @param W shape [k, m]
 * @see Building FeedForward Networks with Pytorch, class Linear
 */
export const linearForward = (X: Matrix, W: Matrix, b: Vector): Num[][] => denseForward(X, transpose(W), b);

/**
 * Weights out×in, one example as a column.
 *
 *     z = W·x + b
 *
 * @param x shape [m, 1]
 * @param b shape [k, 1]
 * @returns shape [k, 1]
 * @see Machine Learning Visualized, 0.7.4
 */
export const columnForward = (W: Matrix, x: Matrix, b: Matrix): Num[][] =>
  product(W, x).map((row, j) => row.map((z) => z.plus(b[j]?.[0] as Num)));

/**
 * A sum of net inputs in which each counts as much as the loss follows it.
 *
 *     Σ_i Σ_j d_ij · z_ij
 *
 * Its derivatives by W, b and X are the loss's own, as long as D holds the loss's derivatives by Z.
 */
export const weightedNets = (Z: Matrix, D: Matrix): Num => dot(Z.flat(), D.flat());
