/** What is done with mulberry32: numbers of one stream, and of two streams in turn. */
export interface Made {
  readonly mulberry32: (seed: number) => () => number;
}

/** The stream of a seed. */
function stream({ mulberry32 }: Made, seed: number): () => number {
  const next = mulberry32(seed);
  if (typeof next !== "function")
    throw new TypeError(`mulberry32(seed) gives a function, this one gives ${typeof next}`);
  return next;
}

/** No call asks for more. Whoever takes the seed for the count would wait for four billion numbers. */
const MOST = 200;

/** The first numbers of a stream. */
export function numbers(made: Made, seed: number, count: number): number[] {
  const next = stream(made, seed);
  return Array.from({ length: Math.min(count, MOST) }, () => next());
}

/** Two streams that take turns: one, the other, one, the other. */
export function turns(made: Made, seed: number, next: number): number[] {
  const [one, two] = [stream(made, seed), stream(made, next)];
  return [one(), two(), one(), two()];
}
