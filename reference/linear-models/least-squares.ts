/**
 * The line with the smallest mean squared error.
 *
 *     w = Σ (x_i − x̄)(y_i − ȳ) / Σ (x_i − x̄)²,   b = ȳ − w·x̄
 *
 * @param x inputs, shape [n], not all equal
 * @param y targets, shape [n]
 */
export function leastSquaresLine(x: readonly number[], y: readonly number[]): { w: number; b: number } {
  const mean = (a: readonly number[]): number => a.reduce((s, v) => s + v, 0) / a.length;
  const [xMean, yMean] = [mean(x), mean(y)];
  const covariance = x.reduce((s, xi, i) => s + (xi - xMean) * ((y[i] as number) - yMean), 0);
  const variance = x.reduce((s, xi) => s + (xi - xMean) ** 2, 0);
  const w = covariance / variance;
  return { w, b: yMean - w * xMean };
}
