// Grade with: npm run grade ex54

type Vector = number[];
type Matrix = number[][];

/** A stream of uniform numbers in [0, 1) that a seed fixes: each call of what is returned gives the next one. */
export function mulberry32(seed: number): () => number {
  throw new Error("not implemented: mulberry32");
}

/**
 * The next standard normal number, of the next two uniform ones u and v.
 *
 *     √(−2 ln(1 − u)) cos(2π v)
 *
 * @param u gives the next uniform number in [0, 1)
 * @returns a number of the standard normal distribution
 */
export function gaussian(u: () => number): number {
  throw new Error("not implemented: gaussian");
}

/**
 * Weights of a normal distribution, row by row from one stream: scale times gaussian(rng).
 *
 *     W ∼ N(0, s²)
 *
 * @param rng gives the next uniform number in [0, 1)
 * @param out number of outputs of the layer, whole
 * @param inp number of its inputs, whole
 * @param scale standard deviation s, above 0
 * @returns weights, shape [out, inp]
 */
export function initNormal(rng: () => number, out: number, inp: number, scale: number): Matrix {
  throw new Error("not implemented: initNormal");
}

/**
 * Weights between −l and l, row by row from one stream: l·(2u − 1) for the next number u.
 *
 *     l = √(6/(in + out))
 *
 * @param rng gives the next uniform number in [0, 1)
 * @param out number of outputs of the layer, whole
 * @param inp number of its inputs, whole
 * @returns weights, shape [out, inp]
 */
export function initXavierUniform(rng: () => number, out: number, inp: number): Matrix {
  throw new Error("not implemented: initXavierUniform");
}

/**
 * Weights and biases of a linear layer as PyTorch starts it: W row by row, then b, from one stream,
 * l·(2u − 1) each.
 *
 *     l = 1/√in
 *
 * @param rng gives the next uniform number in [0, 1)
 * @param out number of outputs of the layer, whole
 * @param inp number of its inputs, whole
 * @returns the layer
 *   W: weights, shape [out, inp]
 *   b: biases, shape [out]
 */
export function initLinearDefault(rng: () => number, out: number, inp: number): { W: Matrix; b: Vector } {
  throw new Error("not implemented: initLinearDefault");
}
