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
  return Z.map((row) => {
    const top = Math.max(...row);
    const e = row.map((z) => Math.exp(z - top));
    const total = e.reduce((sum, ec) => sum + ec, 0);
    return e.map((ec) => ec / total);
  });
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
  return Z.map((row) => {
    const top = Math.max(...row);
    const total = row.reduce((sum, z) => sum + Math.exp(z - top), 0);
    return row.map((z) => z - top - Math.log(total));
  });
}
