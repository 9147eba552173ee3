// Grade with: npm run grade ex73

type Vector = number[];
type Matrix = number[][];

/**
 * The n² points of a grid over a rectangle, borders included, row by row.
 *
 *     (xᵢ, yⱼ),  xᵢ = x₀ + (i/(n − 1)) (x₁ − x₀)
 *
 * @param x0 x of the first column
 * @param x1 x of the last column
 * @param y0 y of the first row
 * @param y1 y of the last row
 * @param n points on each side, at least 1, whole
 * @returns the points [x, y]: all of the first row, from x0 to x1, then those of the second, shape
 *   [n^2, 2]
 */
export function grid(x0: number, x1: number, y0: number, y1: number, n: number): Matrix {
  throw new Error("not implemented: grid");
}

/**
 * What predict gives at every point of that grid, as a matrix.
 *
 *     Rⱼᵢ = f(xᵢ, yⱼ), where f may be argmax_c f_c
 *
 * @param predict takes a point [x, y], gives its class, or another number
 * @param x0 x of the first column
 * @param x1 x of the last column
 * @param y0 y of the first row
 * @param y1 y of the last row
 * @param n points on each side, at least 1, whole
 * @returns R: row j belongs to the j-th y, from y0 on; column i to the i-th x, shape [n, n]
 */
export function decisionRegions(
  predict: (x: Vector) => number,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  n: number,
): number[][] {
  throw new Error("not implemented: decisionRegions");
}

/**
 * Where a layer of sigmoid units puts each example: its point in the space of the hidden units. Net
 * inputs of ±1000 must not give NaN.
 *
 *     H = σ(X Wₕᵀ + bₕ)
 *
 * @param X inputs, one example a row, shape [k, m]
 * @param Wh weights of the hidden layer, out × in: one row a unit, shape [d, m]
 * @param bh its biases, one a unit, shape [d]
 * @returns H, one example a row, one unit a column, shape [k, d]
 */
export function hiddenProjection(X: Matrix, Wh: Matrix, bh: Vector): Matrix {
  throw new Error("not implemented: hiddenProjection");
}
