/**
 * The classifier of softmax-network.ts over plain arrays, for sizes at which tracked numbers are too many.
 */
import { biasActivation } from "../dense/layer.ts";
import { matmul } from "../dense/matmul.ts";
import { networkOf } from "../dense/network.ts";
import type { NetworkShape } from "../dense/network-shape.ts";

type Matrix = readonly (readonly number[])[];

/** Weights in×out: Wh [m, h], bh [1, h], Wo [h, c], bo [1, c]. */
export interface DenseNetwork {
  readonly Wh: Matrix;
  readonly bh: Matrix;
  readonly Wo: Matrix;
  readonly bo: Matrix;
}

/** The numbers of a network and a batch, and their sizes. */
export interface FlatNetwork {
  readonly n: number;
  readonly m: number;
  readonly h: number;
  readonly c: number;
  readonly shape: NetworkShape;
  readonly X: Float64Array;
  /** Wh, bh, Wo, bo one after another. */
  readonly P: Float64Array;
}

export function flatNetwork(X: Matrix, { Wh, bh, Wo, bo }: DenseNetwork): FlatNetwork {
  const [n, m, h, c] = [X.length, Wh.length, bh[0]!.length, bo[0]!.length];
  const shape: NetworkShape = {
    sizes: [m, h, c],
    activations: ["sigmoid", "identity"],
    loss: "crossEntropy",
    over: "sum",
  };
  return { n, m, h, c, shape, X: flat(X), P: Float64Array.from([Wh, bh, Wo, bo].flatMap((A) => A.flat())) };
}

export const flat = (A: Matrix): Float64Array => Float64Array.from(A.flat());

/** Rows of `width` numbers. */
export const rowsOf = (A: Float64Array, width: number): number[][] =>
  Array.from({ length: A.length / width }, (_, i) => Array.from(A.subarray(i * width, (i + 1) * width)));

/** A gradient in the order of P as the record of its matrices. */
export function asRecord(G: Float64Array, { m, h, c }: FlatNetwork) {
  const [bh, Wo, bo] = [m * h, (m + 1) * h, (m + 1) * h + h * c];
  return {
    Wh: rowsOf(G.slice(0, bh), h),
    bh: [Array.from(G.slice(bh, Wo))],
    Wo: rowsOf(G.slice(Wo, bo), c),
    bo: [Array.from(G.slice(bo))],
  };
}

/**
 * The forward pass.
 *
 *     H = σ(X·W_h + b_h),   Ŷ = ς(H·W_o + b_o)
 */
export function forwardDense(X: Matrix, p: DenseNetwork) {
  const { n, m, h, c, X: x } = flatNetwork(X, p);
  const [H, Y] = [new Float64Array(n * h), new Float64Array(n * c)];
  matmul(H, x, flat(p.Wh), { m: n, k: m, n: h }, "nn");
  biasActivation(H, H, flat(p.bh), { n, c: h }, "sigmoid");
  matmul(Y, H, flat(p.Wo), { m: n, k: h, n: c }, "nn");
  biasActivation(Y, Y, flat(p.bo), { n, c }, "softmax");
  return { H: rowsOf(H, h), yHat: rowsOf(Y, c) };
}

/** Reverse mode of J = −Σ_i Σ_c y_ic ln ŷ_ic, layer by layer. */
export function gradientsDense(X: Matrix, Y: Matrix, p: DenseNetwork) {
  const network = flatNetwork(X, p);
  const G = new Float64Array(network.P.length);
  networkOf(network.shape, network.n).gradient(G, network.P, network.X, flat(Y));
  return asRecord(G, network);
}
