// Grade with: npm run grade ex34

type Vector = number[];
type Matrix = number[][];

/**
 * The share of the variance that each component holds. Eigenvalues below 0, which are rounding, count
 * as 0.
 *
 *     rₖ = λₖ/(Σₗ λₗ)
 *
 * @param eigVals eigenvalues of a covariance matrix, largest first, shape [m]
 * @returns shares, which sum to 1, shape [m]
 */
export function explainedVarianceRatio(eigVals: Vector): Vector {
  throw new Error("not implemented: explainedVarianceRatio");
}

/**
 * The first k components, and 0 in place of the others. The shape stays.
 *
 * @param projected coordinates along the components, one example a row, shape [n, m]
 * @param k number of components to keep, whole
 * @returns the same with all columns from the one after the kth on set to 0, shape [n, m]
 */
export function truncate(projected: Matrix, k: number): Matrix {
  throw new Error("not implemented: truncate");
}

/**
 * The examples in the standardised features again, from their coordinates along the eigenvectors.
 *
 *     Ẑ = Pₖ Vᵀ
 *
 * @param truncated coordinates along the eigenvectors, one example a row, shape [n, m]
 * @param eigVecs the eigenvectors, orthonormal, one a column, shape [m, m]
 * @returns the examples, standardised, shape [n, m]
 */
export function reconstruct(truncated: Matrix, eigVecs: Matrix): Matrix {
  throw new Error("not implemented: reconstruct");
}
