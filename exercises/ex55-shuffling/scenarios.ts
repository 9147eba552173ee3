/** What is done with the functions: two orders of one stream. */
interface Made {
  readonly permutation: (n: number, rng: () => number) => number[];
}

/** Two orders, the second from where the first has left the stream. */
export function twoOrders(
  { permutation }: Made,
  n: number,
  m: number,
  rng: () => number,
): { first: number[]; second: number[] } {
  const first = permutation(n, rng);
  return { first, second: permutation(m, rng) };
}
