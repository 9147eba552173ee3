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
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * (y[i]! - (w * x[i]! + b));
  return (-2 / x.length) * sum;
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
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += y[i]! - (w * x[i]! + b);
  return (-2 / x.length) * sum;
}
