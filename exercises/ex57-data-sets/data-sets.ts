// Grade with: npm run grade ex57

type Vector = number[];
type Matrix = number[][];

/**
 * Whether exactly one coordinate of each point is above ½.
 *
 *     [x₁ > 1/2] ≠ [x₂ > 1/2]
 *
 * @param points points of the unit square, shape [n, 2]
 * @returns true where exactly one coordinate is above ½, n of true or false
 */
export function generateXor(points: Matrix): boolean[] {
  throw new Error("not implemented: generateXor");
}

/**
 * A hyperbolic paraboloid over a grid on [−1, 1]², point by point, x running fastest.
 *
 *     z = y² − x²
 *
 * @param dims points on each side of the grid, whole
 * @returns the data set
 *   features: the points [x, y], those of the first y first, shape [dims^2, 2]
 *   labels: z of each, shape [dims^2]
 */
export function generateParaboloid(dims: number): { features: Matrix; labels: Vector } {
  throw new Error("not implemented: generateParaboloid");
}

/**
 * Two noisy circles: ⌊n/2⌋ points of class 0 on the unit circle, then the others, class 1, inside.
 *
 *     r(cos φ, sin φ) + ε
 *
 * @param n number of points, whole
 * @param factor radius of the inner circle
 * @param noise standard deviation of the noise
 * @param gauss gives the next standard normal number
 * @returns the data set
 *   X: the points, the outer circle first, shape [n, 2]
 *   y: their classes, shape [n], 0 or 1
 */
export function makeCircles(
  n: number,
  factor: number,
  noise: number,
  gauss: () => number,
): { X: Matrix; y: (0 | 1)[] } {
  throw new Error("not implemented: makeCircles");
}

/**
 * Clouds around centres, class by class; the first n mod K classes have one point more.
 *
 *     x = c + ε
 *
 * @param n number of points, whole
 * @param centers centre of each class, shape [K, d]
 * @param std standard deviation of a cloud
 * @param gauss gives the next standard normal number
 * @returns the data set
 *   X: the points, class by class, shape [n, d]
 *   y: their classes, 0 … K−1, shape [n], whole
 */
export function makeBlobs(
  n: number,
  centers: Matrix,
  std: number,
  gauss: () => number,
): { X: Matrix; y: number[] } {
  throw new Error("not implemented: makeBlobs");
}

/**
 * Points along a line in space, in equal steps, with normal noise on each coordinate.
 *
 *     s + t(e − s) + ε with t from ν to 1 − ν, ν the noise
 *
 * @param n number of points, whole
 * @param start where the line begins, shape [3]
 * @param end where it ends, shape [3]
 * @param noise standard deviation of the noise, and how much of the line is left out at each end
 * @param gauss gives the next standard normal number
 * @returns the points, shape [n, 3]
 */
export function noisyLine3d(
  n: number,
  start: Vector,
  end: Vector,
  noise: number,
  gauss: () => number,
): Matrix {
  throw new Error("not implemented: noisyLine3d");
}
