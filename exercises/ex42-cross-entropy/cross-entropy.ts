// Grade with: npm run grade ex42

type Matrix = number[][];

/**
 * Cross-entropy of probabilities, summed over the examples. Probabilities below eps count as eps;
 * those above stay as they are.
 *
 *     J = −Σᵢ Σ_c Y_(i c) ln max(P_(i c), ϵ)
 *
 * @param P predicted probabilities, one example a row; each row sums to 1, shape [n, C]
 * @param Y true classes: one-hot rows, or soft labels, rows of shares that sum to 1, shape [n, C]
 * @param eps the least probability that counts, above 0; 1e-12 where it is left out
 * @returns J, the sum over the examples
 */
export function crossEntropy(P: Matrix, Y: Matrix, eps: number = 1e-12): number {
  throw new Error("not implemented: crossEntropy");
}

/**
 * Cross-entropy straight from the logits, a mean over the examples. Logits of any size: no overflow,
 * and no NaN that was not there before.
 *
 *     L = (1/n) Σᵢ (ln Σₖ e^Zᵢₖ − Z_(i yᵢ))
 *
 * @param Z logits, one example a row, shape [n, C]
 * @param y true classes, 0 … C − 1, shape [n], 0, 1, 2, …
 * @returns L, the mean over the examples
 */
export function crossEntropyLogits(Z: Matrix, y: number[]): number {
  throw new Error("not implemented: crossEntropyLogits");
}
