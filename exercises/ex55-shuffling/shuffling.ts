// Grade with: npm run grade ex55

/**
 * A random order of 0 … n−1: for i = n−1, …, 1 swap place i with place ⌊u·(i + 1)⌋, u the next number
 * of rng.
 *
 * @param n how many places there are, whole
 * @param rng gives the next uniform number in [0, 1)
 * @returns the numbers 0 … n−1, each once, shape [n], whole
 */
export function permutation(n: number, rng: () => number): number[] {
  throw new Error("not implemented: permutation");
}

/**
 * Inputs and targets in a given order, the same for both.
 *
 *     Xₖ′ = X_(π(k)),  yₖ′ = y_(π(k))
 *
 * @param X inputs, one example a row, shape [n, d]
 * @param y targets, one an example, shape [n]
 * @param order which example comes at each place; mostly all of them, each once, shape [m], whole
 * @returns both in that order, [X, y], in new lists, [m × d, m]
 */
export function shuffleTogether<TX, TY>(X: TX[], y: TY[], order: number[]): [TX[], TY[]] {
  throw new Error("not implemented: shuffleTogether");
}
