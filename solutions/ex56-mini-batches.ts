type Matrix = number[][];

export interface Batch<T> {
  X: Matrix;
  y: T[];
}

export function minibatches<T>(
  X: Matrix,
  y: T[],
  batchSize: number,
  order: number[],
  dropLast?: boolean,
): Batch<T>[] {
  const batches: Batch<T>[] = [];
  const end = dropLast ? order.length - (order.length % batchSize) : order.length;
  for (let start = 0; start < end; start += batchSize) {
    const places = order.slice(start, start + batchSize);
    batches.push({ X: places.map((i) => X[i]!), y: places.map((i) => y[i]!) });
  }
  return batches;
}

/** The order of a pass, Fisher–Yates from the end. */
function permutation(n: number, rng: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
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
  readonly #X: Matrix;
  readonly #y: T[];
  readonly #batchSize: number;
  readonly #opts: Options;

  /** the data, the size of a batch, and what is to be done with them */
  constructor(X: Matrix, y: T[], batchSize: number, opts: Options) {
    this.#X = X;
    this.#y = y;
    this.#batchSize = batchSize;
    this.#opts = opts;
  }

  /** the number of batches of a pass */
  get length(): number {
    const parts = this.#y.length / this.#batchSize;
    return this.#opts.dropLast ? Math.floor(parts) : Math.ceil(parts);
  }

  /** One pass: the batches, in a new order where shuffle is true. */
  *[Symbol.iterator](): Iterator<Batch<T>> {
    const { shuffle, dropLast, rng } = this.#opts;
    const order = shuffle ? permutation(this.#y.length, rng!) : this.#y.map((_, i) => i);
    yield* minibatches(this.#X, this.#y, this.#batchSize, order, dropLast === true);
  }
}
