// Grade with: npm run grade ex41

type Matrix = number[][];

/**
 * Softmax of each row.
 *
 *     ς(z)_c = e^(z_c) / Σ_k e^(z_k)
 *
 * Logits of any size: no overflow, and no NaN that was not there before.
 *
 * @param Z logits, one example a row, shape [n×C]
 * @returns shares of the classes, shape [n×C]; each row sums to 1
 */
export function softmax(Z: Matrix): Matrix {
  throw new Error("not implemented: softmax");
}

/**
 * Natural logarithm of the softmax of each row.
 *
 *     ln ς(z)_c
 *
 * It stays finite where ς(z)_c itself is too small for a number.
 *
 * @param Z logits, one example a row, shape [n×C]
 * @returns logarithms of the shares, shape [n×C]
 */
export function logSoftmax(Z: Matrix): Matrix {
  throw new Error("not implemented: logSoftmax");
}
