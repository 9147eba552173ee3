// Grade with: npm run grade ex56

type Matrix = number[][];

export interface Batch<T> {
  X: Matrix;
  y: T[];
}

/**
 * The examples in batches of batchSize, in a given order.
 *
 *     Bₖ = {π(k s), …, π(min(n, (k + 1) s) − 1)}
 *
 * @param X inputs, one example a row, shape [n, d]
 * @param y targets, one an example, shape [n]
 * @param batchSize examples of a batch, s, whole
 * @param order a permutation of 0 … n−1: which example comes when, shape [n], whole
 * @param dropLast whether a short batch at the end is dropped, true or false; false where it is left
 *   out
 * @returns the batches in order, { X, y } each, m records, as a list or one by one
 */
export function minibatches<T>(
  X: Matrix,
  y: T[],
  batchSize: number,
  order: number[],
  dropLast?: boolean,
): Batch<T>[] {
  throw new Error("not implemented: minibatches");
}

interface Options {
  /** whether each pass has an order of its own */
  shuffle: boolean;
  /** whether a short batch at the end is dropped; false where it is not there */
  dropLast?: boolean;
  /** gives uniform numbers in [0, 1); there where shuffle is true */
  rng?: () => number;
}

/** A data set that can be looped over in batches, as often as one likes. */
export class DataLoader<T> {
  /** the data, the size of a batch, and what is to be done with them */
  constructor(X: Matrix, y: T[], batchSize: number, opts: Options) {}

  /** the number of batches of a pass */
  get length(): number {
    throw new Error("not implemented: length");
  }

  /** One pass: the batches, in a new order where shuffle is true. */
  [Symbol.iterator](): Iterator<Batch<T>> {
    throw new Error("not implemented: [Symbol.iterator]");
  }
}
