/**
 * A network of any number of sigmoid layers, weights out×in, and its mean squared error.
 */

import { sigmoid } from "../linear-models/sigmoid.ts";
import { dot, Num } from "../numbers/num.ts";
import { netInputs, zeros } from "./hidden-layer.ts";
import { sigmoidOutputLoss } from "./output-layer.ts";
import { sigmoidLayer } from "./sigmoid-network.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/**
 * What each layer gives, the inputs first.
 *
 *     A⁰ = X,   A^l = σ(A^(l−1)·W^lᵀ + b^l)
 *
 * @param X inputs, shape [n, d⁰]
 * @param Ws weights of each layer, out×in, shapes [d^l, d^(l−1)]
 * @param bs biases of each layer, shapes [d^l]
 * @see Building FeedForward Networks with Pytorch, Generalizing Backpropagation
 */
export function layerActivations(X: Matrix, Ws: readonly Matrix[], bs: readonly Vector[]): Num[][][] {
  const As = [X.map((row) => [...row])];
  for (const [l, W] of Ws.entries())
    As.push((As[l] as Num[][]).map((row) => sigmoidLayer(row, W, bs[l] as Vector)));
  return As;
}

/** A network at given activations, with leaves to derive by. */
export interface AtActivations {
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly Ws: readonly Matrix[];
  /** Changes of the net inputs of each layer, 0. */
  readonly Ds: Num[][][];
  /** Changes of the biases of each layer, 0. */
  readonly cs: Num[][];
  /** What each net input has besides what comes through the weights: its bias, found from the activations. */
  readonly rests: Num[][][];
}

/** @param As activations of all layers, the inputs first */
export function atActivations(As: readonly Matrix[], Y: Matrix, Ws: readonly Matrix[]): AtActivations {
  const rests = Ws.map((W, l) => {
    const before = As[l] as Matrix;
    return netInputs(As[l + 1] as Matrix).map((row, i) =>
      row.map((z, k) => new Num(z.value - dot(before[i] as Vector, W[k] as Vector).value)),
    );
  });
  const Ds = rests.map((rest) => zeros(rest.length, (rest[0] as Num[]).length));
  const cs = Ws.map((W) => zeros(1, W.length)[0] as Num[]);
  return { X: As[0] as Matrix, Y, Ws, Ds, cs, rests };
}

/** Mean squared error over all entries, where net inputs, weights and biases may have moved. */
export function lossAtActivations({ X, Y, Ws, Ds, cs, rests }: AtActivations): Num {
  const Zs = Ws.reduce<Matrix>(
    (before, W, l) =>
      before.map((row, i) => {
        const A = l === 0 ? row : row.map(sigmoid);
        return W.map((w, k) => {
          const own = [rests[l]?.[i]?.[k], Ds[l]?.[i]?.[k], cs[l]?.[k]] as [Num, Num, Num];
          return own.reduce((z, part) => z.plus(part), dot(A, w));
        });
      }),
    X,
  );
  return sigmoidOutputLoss(Zs, Y);
}
