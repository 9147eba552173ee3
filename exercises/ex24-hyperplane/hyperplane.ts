// Grade with: npm run grade ex24

type Vector = number[];
type Matrix = number[][];

/**
 * The plane through 0 with the given normal, over a grid of the square from −1 to 1. Throws if n₃ is
 * 0.
 *
 *     n₁ x + n₂ y + n₃ z = 0
 *
 * @param scaling points on each side of the grid, at least 2, whole
 * @param normal normal (n₁, n₂, n₃) of the plane, shape [3]
 * @returns the grid and the plane over it
 *   xx: x of the grid points: from −1 to 1 along each row, shape [scaling, scaling]
 *   yy: y of the grid points: from −1 to 1 down each column, shape [scaling, scaling]
 *   zz: z of the plane over each of them, shape [scaling, scaling]
 */
export function generateHyperplane(scaling: number, normal: Vector): { xx: Matrix; yy: Matrix; zz: Matrix } {
  throw new Error("not implemented: generateHyperplane");
}

/**
 * Distance of a point from the plane w·x + b = 0: positive on the side that w points to, negative on
 * the other.
 *
 *     d = (w·x + b)/(‖w‖)
 *
 * @param x a point, shape [m]
 * @param w normal of the plane, shape [m]
 * @param b bias
 * @returns distance d, with the sign of the side
 */
export function signedDistance(x: Vector, w: Vector, b: number): number {
  throw new Error("not implemented: signedDistance");
}

/**
 * Descent on the perceptron loss, for labels −1 and 1: one step an example, in the order of the rows.
 * All epochs are made.
 *
 *     w + η y x, b + η y where y(w·x + b) ≤ 0
 *
 * @param X examples, one a row, shape [n, m]
 * @param y their labels, shape [n], −1 or 1
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η, 0 or more
 * @param epochs number of passes over the examples, whole
 * @returns weights, bias and losses
 *   w: weights after the last epoch, shape [m]
 *   b: bias after the last epoch
 *   losses: mean of the losses that the examples had when their turn came, epoch by epoch, shape
 *   [epochs]
 */
export function fitPerceptronPm(
  X: Matrix,
  y: (1 | -1)[],
  w0: Vector,
  b0: number,
  lr: number,
  epochs: number,
): { w: Vector; b: number; losses: number[] } {
  throw new Error("not implemented: fitPerceptronPm");
}
