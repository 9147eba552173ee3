// Grade with: npm run grade ex14

/**
 * The sigmoid function. No z may give NaN but NaN itself.
 *
 *     σ(z) = 1/(1 + e⁻ᶻ)
 *
 * @param z any number, ±Infinity included
 * @returns σ(z), from 0 to 1
 */
export function sigmoid(z: number): number {
  throw new Error("not implemented: sigmoid");
}

/**
 * Derivative of the sigmoid by z. No z may give NaN but NaN itself: far from 0 the slope is 0.
 *
 *     σ′(z) of σ(z) = 1/(1 + e⁻ᶻ)
 *
 * @param z any number, ±Infinity included
 * @returns dσ/dz at z, from 0 to 1/4
 */
export function sigmoidPrime(z: number): number {
  throw new Error("not implemented: sigmoidPrime");
}

/**
 * Derivative of the sigmoid by z, when its value a = σ(z) is known and z is not.
 *
 *     σ′(z) written in a alone
 *
 * @param a value of the sigmoid, a = σ(z), from 0 to 1
 * @returns dσ/dz from the value a alone, from 0 to 1/4
 */
export function sigmoidPrimeFromOutput(a: number): number {
  throw new Error("not implemented: sigmoidPrimeFromOutput");
}
