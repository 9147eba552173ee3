/**
 * Batch steps of a single linear unit: all examples are judged by the weights before the step.
 */

/** One weight a column of X, and the bias as the last entry of `w`. */
export interface UnitSizes {
  readonly n: number;
  readonly m: number;
  readonly learningRate: number;
}

/**
 * One batch step of the perceptron on classes 0 and 1, in place.
 *
 *     z = X·w + b,   r_i = y_i − 1[z_i ≥ 0]
 *     w ← w + η Xᵀ r,   b ← b + η Σ_i r_i
 *
 * @param w shape [m + 1], the bias last
 * @param X shape [n, m]
 * @param y 0 or 1, shape [n]
 */
export const perceptronStep = (w: Float64Array, X: Float64Array, y: Float64Array, sizes: UnitSizes): void =>
  step(w, X, sizes, sizes.learningRate, (z, i) => y[i]! - (z >= 0 ? 1 : 0));

/**
 * One batch step of Adaline, in place: descent on the mean of squares.
 *
 *     z = X·w + b,   r_i = y_i − z_i
 *     w ← w + η (2/n) Xᵀ r,   b ← b + η (2/n) Σ_i r_i
 *
 * @param w shape [m + 1], the bias last
 * @param X shape [n, m]
 * @param y targets, shape [n]
 */
export const adalineStep = (w: Float64Array, X: Float64Array, y: Float64Array, sizes: UnitSizes): void =>
  step(w, X, sizes, (2 * sizes.learningRate) / sizes.n, (z, i) => y[i]! - z);

function step(
  w: Float64Array,
  X: Float64Array,
  { n, m }: UnitSizes,
  rate: number,
  residual: (z: number, i: number) => number,
): void {
  const sums = new Float64Array(m + 1);
  for (let i = 0; i < n; i++) {
    let z = w[m]!;
    for (let j = 0; j < m; j++) z += X[i * m + j]! * w[j]!;
    const r = residual(z, i);
    if (r === 0) continue;
    for (let j = 0; j < m; j++) sums[j]! += r * X[i * m + j]!;
    sums[m]! += r;
  }
  for (let j = 0; j <= m; j++) w[j]! += rate * sums[j]!;
}
