// Grade with: npm run grade ex31

type Matrix = number[][];

/**
 * Each column less its mean.
 *
 *     dᵢⱼ = xᵢⱼ − (1/n) Σᵢ xᵢⱼ
 *
 * @param X examples, one a row, shape [n, m]
 * @returns the centred examples, shape [n, m]
 */
export function center(X: Matrix): Matrix {
  throw new Error("not implemented: center");
}

/**
 * Covariance matrix of the columns, over n − 1. Throws a RangeError if n < 2.
 *
 *     C = (1/(n − 1)) (X − x̄)ᵀ(X − x̄)
 *
 * @param X examples, one a row, shape [n, m]
 * @returns variances on the diagonal, covariances of pairs elsewhere, shape [m, m]
 */
export function covarianceMatrix(X: Matrix): Matrix {
  throw new Error("not implemented: covarianceMatrix");
}
