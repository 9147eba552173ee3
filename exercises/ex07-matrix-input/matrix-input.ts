// Grade with: npm run grade ex07

type Fn = (x: number) => number;
type Matrix = number[][];

/**
 * The sum of all entries of σ(X·W).
 *
 *     L = Σᵢ Σⱼ σ((X W)ᵢⱼ)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param W weights, in × out: row j belongs to input j, shape [m, k]
 * @param sigma function of one number, σ
 * @returns L, one number
 */
export function matrixForwardSum(X: Matrix, W: Matrix, sigma: Fn): number {
  throw new Error("not implemented: matrixForwardSum");
}

/**
 * How the sum of all entries of σ(X·W) follows the inputs.
 *
 *     ∂L/∂X of L = Σᵢ Σⱼ σ((X W)ᵢⱼ)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param W weights, in × out: row j belongs to input j, shape [m, k]
 * @param sigma function of one number, σ
 * @returns ∂L/∂X, in the shape of X, shape [n, m]
 */
export function matrixBackwardSumX(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  throw new Error("not implemented: matrixBackwardSumX");
}

/**
 * How the sum of all entries of σ(X·W) follows the weights.
 *
 *     ∂L/∂W of L = Σᵢ Σⱼ σ((X W)ᵢⱼ)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param W weights, in × out: row j belongs to input j, shape [m, k]
 * @param sigma function of one number, σ
 * @returns ∂L/∂W, in the shape of W, shape [m, k]
 */
export function matrixBackwardSumW(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  throw new Error("not implemented: matrixBackwardSumW");
}
