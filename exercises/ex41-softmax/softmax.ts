// Grade with: npm run grade ex41

type Matrix = number[][];

/**
 * Softmax of each row. Logits of any size: no overflow, and no NaN that was not there before.
 *
 *     ς(z)_c = e^(z_c)/(Σₖ e^zₖ)
 *
 * @param Z logits, one example a row, shape [n, C]
 * @returns shares of the classes; each row sums to 1, shape [n, C]
 */
export function softmax(Z: Matrix): Matrix {
  throw new Error("not implemented: softmax");
}

/**
 * Natural logarithm of the softmax of each row. It stays finite where the share itself is too small
 * for a number.
 *
 *     ln ς(z)_c
 *
 * @param Z logits, one example a row, shape [n, C]
 * @returns logarithms of the shares, shape [n, C]
 */
export function logSoftmax(Z: Matrix): Matrix {
  throw new Error("not implemented: logSoftmax");
}
