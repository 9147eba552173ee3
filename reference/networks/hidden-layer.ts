/**
 * A hidden layer of sigmoid units, seen from the errors of the layer after it.
 */

import { sigmoid } from "../linear-models/sigmoid.ts";
import { dot, Num, sum } from "../numbers/num.ts";

export { transpose } from "../numbers/matrix.ts";

type Matrix = readonly (readonly Num[])[];

/** σ(±800) is 1 or 0 to the last bit, and so flat that no slope is left. */
const SATURATED = 800;

/**
 * Net inputs of given activations, as fresh leaves: z = ln(a / (1 − a)), the inverse of the sigmoid.
 *
 * @param A activations in [0, 1], shape [n, d]
 * @returns net inputs, shape [n, d]; ±800 for a = 0 or 1
 */
export const netInputs = (A: Matrix): Num[][] =>
  A.map((row) =>
    row.map(({ value: a }) => new Num(Math.max(-SATURATED, Math.min(SATURATED, Math.log(a / (1 - a)))))),
  );

/** As many zeros as there are rows and columns, as fresh leaves. */
export const zeros = (rows: number, columns: number): Num[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => new Num(0)));

/**
 * Net inputs of the hidden layer after its weights have moved by V and its biases by c.
 *
 *     Z + X·Vᵀ + c
 *
 * At V = 0 and c = 0 the derivatives by V and c are those by the weights and the biases themselves, which need
 * not be known.
 *
 * @param Z net inputs before, shape [n, d]
 * @param X inputs, shape [n, m]
 * @param V change of the weights, out×in, shape [d, m]
 * @param c change of the biases, shape [d]
 */
export const movedNetInputs = (Z: Matrix, X: Matrix, V: Matrix, c: readonly Num[]): Num[][] =>
  Z.map((zi, i) => zi.map((z, k) => z.plus(dot(X[i] as Num[], V[k] as Num[])).plus(c[k] as Num)));

/**
 * The loss to first order around the present outputs, as a function of the hidden net inputs.
 *
 *     F(Z) = Σ_i Σ_j δ_ij · (σ(Z)·Wᵀ)_ij
 *
 * Its derivatives by Z are the loss's own, as long as δ holds the loss's derivatives by the output net inputs.
 *
 * @param Z hidden net inputs, shape [n, d]
 * @param W output weights, out×in, shape [t, d]
 * @param delta derivatives of the loss by the output net inputs, shape [n, t]
 */
export function lossToFirstOrder(Z: Matrix, W: Matrix, delta: Matrix): Num {
  const H = Z.map((row) => row.map(sigmoid));
  return sum(H.flatMap((h, i) => W.map((weights, j) => dot(h, weights).times(delta[i]?.[j] as Num))));
}
