// Grade with: npm run grade ex33

type Vector = number[];
type Matrix = number[][];

/**
 * Principal components of data whose columns are standardised first.
 *
 * The standard deviation of the standardisation and the variances divide by n, the covariance matrix by n − 1. A
 * constant column has standard deviation 0 and becomes a column of zeros. Each eigenvector has its entry of largest
 * absolute value positive.
 *
 * @param X one example a row, shape [n, m]
 * @param dims how many components to project on, 0 … m
 * @returns eigVals: all eigenvalues of the covariance matrix, descending, shape [m]; eigVecs: their unit vectors in
 *   columns, shape [m, m]; projected: the standardised examples along the first dims vectors, shape [n, dims];
 *   variances of the columns of projected, shape [dims]
 * @throws RangeError if n < 2 or dims > m
 */
export function pca(
  X: Matrix,
  dims: number,
): { eigVals: Vector; eigVecs: Matrix; projected: Matrix; variances: Vector } {
  throw new Error("not implemented: pca");
}
