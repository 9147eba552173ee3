/**
 * A data set in batches: where each begins and ends, and what is in it.
 *
 *     B_k = { π(ks), …, π(min(n, (k+1)s) − 1) }
 */

/**
 * Where the batches of n examples begin and end, `size` examples each but the last.
 *
 * @throws RangeError if a batch has no example
 */
export function cutsOf(
  n: number,
  size: number,
  dropsLast = false,
): readonly (readonly [from: number, to: number])[] {
  if (size < 1) throw new RangeError(`cutsOf: batches of 1 example or more, got ${size}`);
  return Array.from({ length: countOf(n, size, dropsLast) }, (_, k) => [
    k * size,
    Math.min(n, (k + 1) * size),
  ]);
}

/** The pieces of an order of the examples, one a batch. */
export const piecesOf = (order: readonly number[], size: number, dropsLast = false): number[][] =>
  cutsOf(order.length, size, dropsLast).map(([from, to]) => order.slice(from, to));

/** How many batches there are: ⌈n/s⌉, or ⌊n/s⌋ without the short one. */
export const countOf = (n: number, size: number, dropsLast = false): number =>
  dropsLast ? Math.floor(n / size) : Math.ceil(n / size);

/** Examples with their targets. */
export type Batch<T> = {
  X: T[][];
  y: T[];
};

/**
 * The batches in an order of the examples.
 *
 * @param X shape [n, d]
 * @param y shape [n]
 * @param order a permutation of 0 … n−1
 */
export const batchesOf = <T>(
  X: readonly T[][],
  y: readonly T[],
  size: number,
  order: readonly number[],
  dropsLast = false,
): Batch<T>[] =>
  piecesOf(order, size, dropsLast).map((places) => ({
    X: places.map((i) => X[i] as T[]),
    y: places.map((i) => y[i] as T),
  }));

/** The first `count` batches of passes in these orders, one pass after the other. */
export const firstBatches = (
  orders: readonly (readonly number[])[],
  size: number,
  count: number,
): number[][] => orders.flatMap((order) => piecesOf(order, size)).slice(0, count);
