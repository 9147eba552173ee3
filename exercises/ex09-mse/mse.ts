// Grade with: npm run grade ex09

type Vector = number[];

/**
 * Predictions of a line, one for each input.
 *
 *     ŷᵢ = w xᵢ + b
 *
 * @param x inputs, one number an example, shape [n]
 * @param w slope of the line
 * @param b intercept of the line
 * @returns the predictions ŷ, one an example, shape [n]
 */
export function predictLine(x: Vector, w: number, b: number): Vector {
  throw new Error("not implemented: predictLine");
}

/**
 * Mean squared error of a line. The mean divides by n, not by 2n. Throws a RangeError if there are no
 * examples.
 *
 *     L = (1/n) Σᵢ (yᵢ − ŷᵢ)²
 *
 * @param x inputs, one number an example, shape [n]
 * @param y targets, one number an example, shape [n]
 * @param w slope of the line
 * @param b intercept of the line
 * @returns L, at least 0
 */
export function mseLoss(x: Vector, y: Vector, w: number, b: number): number {
  throw new Error("not implemented: mseLoss");
}
