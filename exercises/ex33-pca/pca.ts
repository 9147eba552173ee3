// Grade with: npm run grade ex33

type Vector = number[];
type Matrix = number[][];

/**
 * Principal components of data whose columns are standardised first. σ and the variances divide by n,
 * C by n − 1. A constant column has σ = 0 and becomes a column of zeros. Each eigenvector has its
 * entry of largest absolute value positive. Throws a RangeError if n < 2 or dims > m.
 *
 *     Z = (X − μ)/σ,  C = Zᵀ Z/(n − 1) = V Λ Vᵀ,  P = Z V_(1…d)
 *
 * @param X examples, one a row, shape [n, m]
 * @param dims number of components to project on, 0 … m, whole
 * @returns the components, and the examples along them
 *   eigVals: all eigenvalues of C, largest first, shape [m]
 *   eigVecs: their unit eigenvectors, one a column, in the same order, shape [m, m]
 *   projected: Z times the first dims columns of eigVecs, shape [n, dims]
 *   variances: variances of the columns of projected, shape [dims]
 */
export function pca(
  X: Matrix,
  dims: number,
): { eigVals: Vector; eigVecs: Matrix; projected: Matrix; variances: Vector } {
  throw new Error("not implemented: pca");
}
