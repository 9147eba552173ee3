/**
 * Layers in a row, each of which gets what the one before it gave.
 */
import type { Num } from "../numbers/num.ts";
import { activated } from "./activations.ts";
import { linearForward } from "./dense-layer.ts";

/** A layer: a weighted sum with weights out×in, or an activation by its name. */
export type Layer<N> =
  | { readonly kind: "linear"; readonly W: N[][]; readonly b: N[] }
  | { readonly kind: "activation"; readonly name: string };

/**
 * The outputs of all layers, in their order; an activation counts as a layer of its own.
 *
 *     A_0 = X,  A_k = f_k(A_(k−1))
 *
 * @param X one example a row, shape [n, m]
 * @see Building FeedForward Networks with Pytorch, class Sequential
 */
export function layerOutputs(layers: readonly Layer<Num>[], X: Num[][]): Num[][][] {
  const outputs: Num[][][] = [];
  let A = X;
  for (const layer of layers) {
    A = layer.kind === "linear" ? linearForward(A, layer.W, layer.b) : activated(layer.name, A);
    outputs.push(A);
  }
  return outputs;
}
