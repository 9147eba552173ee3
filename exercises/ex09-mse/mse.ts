// Grade with: npm run grade ex09

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
  throw new Error("not implemented: predictLine");
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
  throw new Error("not implemented: mseLoss");
}
