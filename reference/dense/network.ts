/**
 * A feed-forward network on a batch of n rows: predictions, loss and gradient.
 */
import { activationBackward, biasActivation } from "./layer.ts";
import { losses } from "./losses.ts";
import { matmul } from "./matmul.ts";
import { layersOf, type NetworkShape, scaleOf } from "./network-shape.ts";
import { columnSums, sumOf } from "./reductions.ts";

export interface Network {
  /**
   * Values of the last layer, shape [n, out]; overwritten by the next call.
   *
   *     A_l = g_l(A_{l−1}·W_l + 1·b_l),   A_0 = X
   */
  readonly forward: (P: Float64Array, X: Float64Array) => Float64Array;
  /** The loss of the batch. */
  readonly loss: (P: Float64Array, X: Float64Array, Y: Float64Array) => number;
  /**
   * The loss of the batch, and its gradient into G, shape as P.
   *
   *     D_L = ∂L/∂Z_L,   D_l = (D_{l+1}·W_{l+1}ᵀ) ⊙ g′_l(Z_l)
   *     ∂L/∂W_l = A_{l−1}ᵀ·D_l,   ∂L/∂b_l = Σ_i D_l[i]
   */
  readonly gradient: (G: Float64Array, P: Float64Array, X: Float64Array, Y: Float64Array) => number;
}

/** A network with room for batches of n rows. */
export function networkOf(shape: NetworkShape, n: number): Network {
  const layers = layersOf(shape);
  const last = layers.at(-1)!;
  const A = layers.map(({ outputs }) => new Float64Array(n * outputs));
  const D = layers.map(({ outputs }) => new Float64Array(n * outputs));
  const rows = new Float64Array(n);
  const scale = scaleOf(shape, n);
  const weights = (P: Float64Array, l: number): Float64Array => P.subarray(layers[l]!.W, layers[l]!.b);
  const biases = (P: Float64Array, l: number): Float64Array =>
    P.subarray(layers[l]!.b, layers[l]!.b + layers[l]!.outputs);

  const forward = (P: Float64Array, X: Float64Array): Float64Array => {
    let input = X;
    for (const [l, { inputs, outputs, activation }] of layers.entries()) {
      const a = A[l]!;
      matmul(a, input, weights(P, l), { m: n, k: inputs, n: outputs }, "nn");
      biasActivation(a, a, biases(P, l), { n, c: outputs }, activation);
      input = a;
    }
    return input;
  };
  const loss = (P: Float64Array, X: Float64Array, Y: Float64Array): number => {
    losses[shape.loss](rows, D.at(-1)!, forward(P, X), Y, { n, c: last.outputs, scale });
    return sumOf(rows, scale);
  };
  const gradient = (G: Float64Array, P: Float64Array, X: Float64Array, Y: Float64Array): number => {
    const value = loss(P, X, Y);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { inputs, outputs, activation } = layers[l]!;
      const d = D[l]!;
      activationBackward(d, A[l]!, { n, c: outputs }, activation);
      matmul(weights(G, l), A[l - 1] ?? X, d, { m: inputs, k: n, n: outputs }, "tn");
      columnSums(biases(G, l), d, { rows: n, columns: outputs });
      if (l > 0) matmul(D[l - 1]!, d, weights(P, l), { m: n, k: outputs, n: inputs }, "nt");
    }
    return value;
  };
  return { forward, loss, gradient };
}
