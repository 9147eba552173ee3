// Grade with: npm run grade ex06

type Fn = (x: number) => number;
type Matrix = number[][];

/**
 * A function of the weighted sum of one row of inputs.
 *
 *     S = σ(X W)
 *
 * @param X one example, a row of n inputs, shape [1, n]
 * @param W weights, a column of n, shape [n, 1]
 * @param sigma function of one number, σ
 * @returns S, a matrix with a single entry, shape [1, 1]
 */
export function matrixForwardExtra(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  throw new Error("not implemented: matrixForwardExtra");
}

/**
 * How a function of the weighted sum follows each input.
 *
 *     ∂S/∂X of S = σ(X W)
 *
 * @param X one example, a row of n inputs, shape [1, n]
 * @param W weights, a column of n, shape [n, 1]
 * @param sigma function of one number, σ
 * @returns ∂S/∂X, a row like X, shape [1, n]
 */
export function matrixFunctionBackward1(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  throw new Error("not implemented: matrixFunctionBackward1");
}
