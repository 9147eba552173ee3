/**
 * The loss of a classifier of softmax-network.ts as a function of some rows of one layer's parameters, with all others
 * held still: what a gradient check of a large network calls once to either side of every parameter.
 *
 *     J = Σ_i (ln Σ_c e^(s_ic) − s_i,y(i)),   s = σ(X·W_h + b_h)·W_o + b_o
 *
 * Rows that are where they were leave the net inputs where they were, so that only what was moved is worked out anew.
 * Every entry is looked at in every call: whatever was moved counts, one entry or all of them.
 */
import { sigmoid } from "../numbers/sigmoid.ts";
import type { FlatNetwork } from "./softmax-network-dense.ts";

type Matrix = readonly (readonly number[])[];

/** A layer with its biases as one more row: the weights of an input that is 1. */
export type Layer = "hidden" | "output";

/** What the classifier gives where nothing is moved. */
interface Still {
  /** Net inputs and values of the hidden units, shape [n, h]. */
  readonly Z: Float64Array;
  readonly H: Float64Array;
  /** Scores, shape [n, c]. */
  readonly S: Float64Array;
}

/** How many rows a layer has, how many columns, and where they begin among all parameters. */
export const rowsIn = ({ m, h, c }: FlatNetwork, layer: Layer) =>
  layer === "hidden" ? { rows: m + 1, columns: h, at: 0 } : { rows: h + 1, columns: c, at: (m + 1) * h };

/** X·W + 1·b, whose parameters begin at `at`; in plain loops, since the box has nothing faster. */
function netInputs(X: Float64Array, P: Float64Array, at: number, n: number, k: number, columns: number) {
  const Z = new Float64Array(n * columns);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= k; j++) {
      const x = j === k ? 1 : X[i * k + j]!;
      for (let o = 0; o < columns; o++) Z[i * columns + o]! += x * P[at + j * columns + o]!;
    }
  return Z;
}

function stillOf({ n, m, h, c, X, P }: FlatNetwork): Still {
  const Z = netInputs(X, P, 0, n, m, h);
  const H = Z.map(sigmoid);
  return { Z, H, S: netInputs(H, P, (m + 1) * h, n, h, c) };
}

/** ln Σ_c e^(s_c) − s_y, by the largest score. */
function crossEntropyOf(scores: Float64Array, y: number): number {
  let [most, sum] = [Number.NEGATIVE_INFINITY, 0];
  for (const s of scores) most = Math.max(most, s);
  for (const s of scores) sum += Math.exp(s - most);
  return Math.log(sum) + most - scores[y]!;
}

/**
 * @param labels the class of each example
 * @returns for a layer and its row `first`: the loss by that row and those after it, as many as there are
 */
export function lossesByRows(network: FlatNetwork, labels: readonly number[]) {
  const { n, m, h, c, X, P } = network;
  const { Z, H, S } = stillOf(network);
  const scores = new Float64Array(c);
  return (layer: Layer, first: number): ((rows: Matrix) => number) => {
    const { columns, at } = rowsIn(network, layer);
    const [inputs, from] = layer === "hidden" ? [m, X] : [h, H];
    const change = new Float64Array(columns);
    return (rows) => {
      const moved: { row: number; column: number; by: number }[] = [];
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r]!;
        const start = at + (first + r) * columns;
        for (let k = 0; k < columns; k++) {
          const by = row[k]! - P[start + k]!;
          // A NaN is none, and counts.
          if (by !== 0) moved.push({ row: first + r, column: k, by });
        }
      }
      const units = [...new Set(moved.map(({ column }) => column))];
      let J = 0;
      for (let i = 0; i < n; i++) {
        for (const k of units) change[k] = 0;
        for (const { row, column, by } of moved)
          change[column]! += by * (row === inputs ? 1 : from[i * inputs + row]!);
        for (let o = 0; o < c; o++) scores[o] = S[i * c + o]!;
        for (const k of units) {
          if (layer === "output") {
            scores[k]! += change[k]!;
            continue;
          }
          const rise = sigmoid(Z[i * h + k]! + change[k]!) - H[i * h + k]!;
          for (let o = 0; o < c; o++) scores[o]! += rise * P[(m + 1) * h + k * c + o]!;
        }
        J += crossEntropyOf(scores, labels[i]!);
      }
      return J;
    };
  };
}
