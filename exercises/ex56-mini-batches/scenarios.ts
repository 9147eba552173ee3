/** What is done with a loader: two passes, two loops at once, a look at its length. Generic in the number. */

interface Batch<N> {
  X: N[][];
  y: N[];
}

interface Options {
  shuffle: boolean;
  dropLast: boolean;
  rng?: () => number;
}

interface Loader<N> extends Iterable<Batch<N>> {
  readonly length: number;
}

export interface Made<N> {
  readonly DataLoader: new (X: N[][], y: N[], batchSize: number, opts: Options) => Loader<N>;
}

/** What two loops over one loader give, one after the other. */
export function passes<N>(
  { DataLoader }: Made<N>,
  X: N[][],
  y: N[],
  batchSize: number,
  shuffle: boolean,
  dropLast: boolean,
  rng: () => number,
): { first: Loader<N>; second: Loader<N> } {
  const loader = new DataLoader(
    X,
    y,
    batchSize,
    shuffle ? { shuffle, dropLast, rng } : { shuffle, dropLast },
  );
  return { first: loader, second: loader };
}

/** The first batches of two loops that take turns. */
export function interleaved<N>({ DataLoader }: Made<N>, X: N[][], y: N[], batchSize: number): Batch<N>[] {
  const loader = new DataLoader(X, y, batchSize, { shuffle: false, dropLast: false });
  const one = loader[Symbol.iterator]();
  const before = [one.next().value, one.next().value];
  const two = loader[Symbol.iterator]();
  return [...before, two.next().value, one.next().value];
}

/** The length of a loader of n examples, before a pass and after it. */
export function count<N>(
  { DataLoader }: Made<N>,
  n: number,
  batchSize: number,
  dropLast: boolean,
): { before: number; after: number } {
  const X = Array.from({ length: n }, () => [] as N[]);
  const y = Array.from({ length: n }, () => 0 as N);
  const loader = new DataLoader(X, y, batchSize, { shuffle: false, dropLast });
  const before = loader.length;
  let seen = 0;
  for (const _ of loader) if (++seen > n) break;
  return { before, after: loader.length };
}
