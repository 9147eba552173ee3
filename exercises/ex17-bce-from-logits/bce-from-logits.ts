// Grade with: npm run grade ex17

type Vector = number[];

/**
 * Softplus, a ramp with a soft corner. No z may overflow.
 *
 *     ln(1 + eᶻ)
 *
 * @param z any number, ±Infinity included
 * @returns ln(1 + e^z), at least 0
 */
export function softplus(z: number): number {
  throw new Error("not implemented: softplus");
}

/**
 * Binary cross-entropy from logits, a mean over the examples. No logit may overflow.
 *
 *     L = −(1/n) Σᵢ [yᵢ zᵢ − ln(1 + e^zᵢ)]
 *
 * @param yTrue labels y; a share in between is a soft label, shape [n], 0 or 1
 * @param z logits, any numbers, shape [n]
 * @returns L, at least 0
 */
export function bceWithLogits(yTrue: Vector, z: Vector): number {
  throw new Error("not implemented: bceWithLogits");
}
