// Grade with: npm run grade ex10

type Vector = number[];

/**
 * Gradient of the mean squared error by the slope.
 *
 *     ∂L/∂w  of  L = (1/n) Σ_i (y_i − (w·x_i + b))²
 *
 * @param x inputs, shape [n]
 * @param y targets, shape [n]
 * @returns one number
 */
export function mseLossDw(x: Vector, y: Vector, w: number, b: number): number {
  throw new Error("not implemented: mseLossDw");
}

/**
 * Gradient of the mean squared error by the intercept.
 *
 *     ∂L/∂b  of  L = (1/n) Σ_i (y_i − (w·x_i + b))²
 *
 * @param x inputs, shape [n]
 * @param y targets, shape [n]
 * @returns one number
 */
export function mseLossDb(x: Vector, y: Vector, w: number, b: number): number {
  throw new Error("not implemented: mseLossDb");
}
