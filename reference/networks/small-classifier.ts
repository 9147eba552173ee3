/**
 * The classifier of softmax-network.ts in plain loops: for small networks, of which a check goes through thousands.
 */
import { sigmoid } from "../numbers/sigmoid.ts";

type Matrix = readonly (readonly number[])[];

/** The sizes of a network, whose parameters Wh, bh, Wo, bo stand in one list. */
export interface Sizes {
  readonly m: number;
  readonly h: number;
  readonly c: number;
}

/** All numbers of matrices, in reading order. */
export const inOneList = (matrices: readonly Matrix[]): Float64Array =>
  Float64Array.from(matrices.flatMap((A) => A.flat()));

/** The list as matrices again. */
export function asMatrices(
  P: Float64Array,
  { m, h, c }: Sizes,
): [number[][], number[][], number[][], number[][]] {
  let from = 0;
  const next = (rows: number, columns: number): number[][] =>
    Array.from({ length: rows }, () => {
      from += columns;
      return Array.from(P.subarray(from - columns, from));
    });
  return [next(m, h), next(1, h), next(h, c), next(1, c)];
}

/**
 * J = −Σ_i Σ_c y_ic ln ŷ_ic, and its gradient into G.
 *
 *     δo = Ŷ − Y,   δh = (δo Woᵀ) ⊙ H ⊙ (1 − H)
 *     dWo = Hᵀ δo,   dbo = Σ_i δo,   dWh = Xᵀ δh,   dbh = Σ_i δh
 *
 * @param Y one-hot rows, shape [n, c]
 */
export function classifierGradient(
  G: Float64Array,
  P: Float64Array,
  X: Matrix,
  Y: Matrix,
  { m, h, c }: Sizes,
): number {
  const [bh, Wo] = [m * h, (m + 1) * h];
  const bo = Wo + h * c;
  const [H, z] = [new Float64Array(h), new Float64Array(c)];
  let J = 0;
  G.fill(0);
  for (let i = 0; i < X.length; i++) {
    const [x, y] = [X[i]!, Y[i]!];
    for (let k = 0; k < h; k++) {
      let net = P[bh + k]!;
      for (let l = 0; l < m; l++) net += x[l]! * P[l * h + k]!;
      H[k] = sigmoid(net);
    }
    let largest = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < c; o++) {
      let net = P[bo + o]!;
      for (let k = 0; k < h; k++) net += H[k]! * P[Wo + k * c + o]!;
      z[o] = net;
      if (net > largest) largest = net;
    }
    let total = 0;
    for (let o = 0; o < c; o++) total += Math.exp(z[o]! - largest);
    const normaliser = largest + Math.log(total);
    for (let o = 0; o < c; o++) {
      if (y[o] === 1) J += normaliser - z[o]!;
      const delta = Math.exp(z[o]! - normaliser) - y[o]!;
      z[o] = delta;
      G[bo + o]! += delta;
    }
    for (let k = 0; k < h; k++) {
      let error = 0;
      for (let o = 0; o < c; o++) {
        G[Wo + k * c + o]! += H[k]! * z[o]!;
        error += z[o]! * P[Wo + k * c + o]!;
      }
      error *= H[k]! * (1 - H[k]!);
      G[bh + k]! += error;
      for (let l = 0; l < m; l++) G[l * h + k]! += x[l]! * error;
    }
  }
  return J;
}
