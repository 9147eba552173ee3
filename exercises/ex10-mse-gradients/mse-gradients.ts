// Grade with: npm run grade ex10

type Vector = number[];

/**
 * Gradient of the mean squared error by the slope.
 *
 *     ∂L/∂w of L = (1/n) Σᵢ (yᵢ − (w xᵢ + b))²
 *
 * @param x inputs, one number an example, shape [n]
 * @param y targets, one number an example, shape [n]
 * @param w slope of the line
 * @param b intercept of the line
 * @returns ∂L/∂w
 */
export function mseLossDw(x: Vector, y: Vector, w: number, b: number): number {
  throw new Error("not implemented: mseLossDw");
}

/**
 * Gradient of the mean squared error by the intercept.
 *
 *     ∂L/∂b of L = (1/n) Σᵢ (yᵢ − (w xᵢ + b))²
 *
 * @param x inputs, one number an example, shape [n]
 * @param y targets, one number an example, shape [n]
 * @param w slope of the line
 * @param b intercept of the line
 * @returns ∂L/∂b
 */
export function mseLossDb(x: Vector, y: Vector, w: number, b: number): number {
  throw new Error("not implemented: mseLossDb");
}
