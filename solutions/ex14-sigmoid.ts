/**
 * The sigmoid function.
 *
 *     σ(z) = 1/(1 + e^(−z))
 *
 * No z may give NaN but NaN itself.
 *
 * @param z any number, ±Infinity included
 * @returns a number from 0 to 1
 */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/**
 * Derivative of the sigmoid by z.
 *
 *     dσ/dz  of  σ(z) = 1/(1 + e^(−z))
 *
 * No z may give NaN but NaN itself: far from 0 the slope is 0.
 *
 * @param z any number, ±Infinity included
 * @returns a number from 0 to 1/4
 */
export function sigmoidPrime(z: number): number {
  // σ′ is even; of −|z| the exponential cannot overflow.
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e) ** 2;
}

/**
 * Derivative of the sigmoid by z, when its value a = σ(z) is known and z is not.
 *
 *     dσ/dz, written in a alone
 *
 * @param a value of the sigmoid, from 0 to 1
 * @returns a number from 0 to 1/4
 */
export function sigmoidPrimeFromOutput(a: number): number {
  return a * (1 - a);
}
