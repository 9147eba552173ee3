// Grade with: npm run grade ex39

type Matrix = number[][];

/**
 * Mean of the squared misses over all n·t entries. Throws where the shapes differ.
 *
 *     J = (1/(n t)) Σᵢ Σⱼ (Yᵢⱼ − Ŷᵢⱼ)²
 *
 * @param yTrue targets, one example a row, shape [n, t]
 * @param yPred predictions of the network, one example a row, shape [n, t]
 * @returns J, at least 0
 */
export function mse(yTrue: Matrix, yPred: Matrix): number {
  throw new Error("not implemented: mse");
}

/**
 * Gradient of the mean squared error by the predictions. Throws where the shapes differ.
 *
 *     ∂J/∂Ŷ of J = (1/(n t)) Σᵢ Σⱼ (Yᵢⱼ − Ŷᵢⱼ)²
 *
 * @param yTrue targets, one example a row, shape [n, t]
 * @param yPred predictions of the network, one example a row, shape [n, t]
 * @returns ∂J/∂Ŷ, in the shape of the predictions, shape [n, t]
 */
export function msePrime(yTrue: Matrix, yPred: Matrix): Matrix {
  throw new Error("not implemented: msePrime");
}
