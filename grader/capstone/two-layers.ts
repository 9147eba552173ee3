/** A network of two layers as a capstone keeps it: weights in×out, biases as matrices of one row. */
export type Matrix = number[][];

export type Network = {
  readonly Wh: Matrix;
  readonly bh: Matrix;
  readonly Wo: Matrix;
  readonly bo: Matrix;
};

export const NAMES = ["Wh", "bh", "Wo", "bo"] as const;

/** The entries of all matrices, one matrix after the other, row by row. */
export const entriesOf = (p: Network): number[] => NAMES.flatMap((name) => p[name].flat());

/** The same network with entry k, in the order of entriesOf, made another. */
export function withEntry(p: Network, k: number, change: (entry: number) => number): Network {
  let at = 0;
  const changed = (M: Matrix): Matrix => M.map((row) => row.map((x) => (at++ === k ? change(x) : x)));
  return { Wh: changed(p.Wh), bh: changed(p.bh), Wo: changed(p.Wo), bo: changed(p.bo) };
}

export const transposed = (M: Matrix): Matrix =>
  (M[0] ?? []).map((_, j) => M.map((row) => row[j] ?? Number.NaN));
