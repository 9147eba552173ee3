/**
 * The network of layered-network.ts over plain arrays, for sizes at which tracked numbers are too many.
 */
import { sigmoid } from "../numbers/sigmoid.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];

/**
 * What each layer gives, the inputs first.
 *
 *     A⁰ = X,   A^l = σ(A^(l−1)·W^lᵀ + b^l)
 *
 * @param X inputs, shape [n, d⁰]
 * @param Ws weights of each layer, out×in, shapes [d^l, d^(l−1)]
 * @param bs biases of each layer, shapes [d^l]
 */
export function plainActivations(X: Matrix, Ws: readonly Matrix[], bs: readonly Vector[]): number[][][] {
  const As = [X.map((row) => [...row])];
  for (const [l, W] of Ws.entries())
    As.push(
      As[l]!.map((row) =>
        W.map((w, k) => {
          let z = bs[l]![k]!;
          for (let j = 0; j < w.length; j++) z += w[j]! * row[j]!;
          return sigmoid(z);
        }),
      ),
    );
  return As;
}

/**
 * Errors and gradients of the mean squared error over all n·t entries, at given activations.
 *
 *     δᴸ = 2/(n·t)·(Aᴸ − Y)·Aᴸ(1 − Aᴸ),   δ^l = (δ^(l+1)·W^(l+1))·A^l(1 − A^l),   dW^l = δ^lᵀ·A^(l−1),   db^l = Σᵢ δᵢ^l
 *
 * @param As activations of all layers, the inputs first
 */
export function plainWayBack(As: readonly Matrix[], Y: Matrix, Ws: readonly Matrix[]) {
  const entries = Y.length * Y[0]!.length;
  const slope = (a: number): number => a * (1 - a);
  const deltas = [As.at(-1)!.map((row, i) => row.map((a, k) => (2 / entries) * (a - Y[i]![k]!) * slope(a)))];
  for (let l = Ws.length - 1; l > 0; l--)
    deltas.unshift(
      deltas[0]!.map((delta, i) =>
        As[l]![i]!.map((a, j) => delta.reduce((sum, d, k) => sum + d * Ws[l]![k]![j]!, 0) * slope(a)),
      ),
    );
  return {
    deltas,
    dWs: Ws.map((W, l) => W.map((row, k) => row.map((_, j) => sumOver(deltas[l]!, As[l]!, k, j)))),
    dbs: Ws.map((W, l) => W.map((_, k) => deltas[l]!.reduce((sum, delta) => sum + delta[k]!, 0))),
  };
}

/** Σᵢ δᵢₖ·aᵢⱼ. */
function sumOver(delta: Matrix, A: Matrix, k: number, j: number): number {
  let sum = 0;
  for (let i = 0; i < A.length; i++) sum += delta[i]![k]! * A[i]![j]!;
  return sum;
}
