type Vector = number[];

/**
 * Predictions of a line, one for each input.
 *
 *     ŷ  of the line with slope w and intercept b
 *
 * @param x inputs, shape [n]
 * @returns predictions, shape [n]
 */
export function predictLine(x: Vector, w: number, b: number): Vector {
  return x.map((xi) => w * xi + b);
}

/**
 * Mean squared error of a line.
 *
 *     L = mean of the squared residuals y − ŷ
 *
 * The mean divides by n, not by 2n.
 *
 * @param x inputs, shape [n]
 * @param y targets, shape [n]
 * @returns one number, L ≥ 0
 * @throws RangeError if there are no examples
 */
export function mseLoss(x: Vector, y: Vector, w: number, b: number): number {
  if (x.length === 0) throw new RangeError("mseLoss: at least one example, got none");
  const prediction = predictLine(x, w, b);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += (y[i]! - prediction[i]!) ** 2;
  return sum / y.length;
}
