// Grade with: npm run grade ex23

type Vector = number[];

/**
 * The perceptron loss of one example: 0 on the right side, and else how far z is on the wrong one.
 *
 *     L = max(0, −y z) of z = w·x + b
 *
 * @param w weights, shape [m]
 * @param x one example, shape [m]
 * @param b bias
 * @param y its label, −1 or 1
 * @returns L, 0 or more
 */
export function perceptronLoss(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  throw new Error("not implemented: perceptronLoss");
}

/**
 * The hinge loss of one example: 0 from a margin of 1 on, and else what is missing to it.
 *
 *     H = max(0, 1 − y z) of z = w·x + b
 *
 * @param w weights, shape [m]
 * @param x one example, shape [m]
 * @param b bias
 * @param y its label, −1 or 1
 * @returns H, 0 or more
 */
export function hingeLoss(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  throw new Error("not implemented: hingeLoss");
}

/**
 * Subgradient of the perceptron loss by the weights. z = 0 counts as an error.
 *
 *     ∇_w L of L = max(0, −y z)
 *
 * @param w weights, shape [m]
 * @param x one example, shape [m]
 * @param b bias
 * @param y its label, −1 or 1
 * @returns ∂L/∂w, one entry a weight, shape [m]
 */
export function perceptronLossDw(w: Vector, x: Vector, b: number, y: 1 | -1): Vector {
  throw new Error("not implemented: perceptronLossDw");
}

/**
 * Subgradient of the perceptron loss by the bias. z = 0 counts as an error.
 *
 *     ∂L/∂b of L = max(0, −y z)
 *
 * @param w weights, shape [m]
 * @param x one example, shape [m]
 * @param b bias
 * @param y its label, −1 or 1
 * @returns ∂L/∂b
 */
export function perceptronLossDb(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  throw new Error("not implemented: perceptronLossDb");
}

/**
 * Subgradient of the hinge loss by the weights. A margin of 1 is enough.
 *
 *     ∇_w H of H = max(0, 1 − y z)
 *
 * @param w weights, shape [m]
 * @param x one example, shape [m]
 * @param b bias
 * @param y its label, −1 or 1
 * @returns ∂H/∂w, one entry a weight, shape [m]
 */
export function hingeLossDw(w: Vector, x: Vector, b: number, y: 1 | -1): Vector {
  throw new Error("not implemented: hingeLossDw");
}

/**
 * Subgradient of the hinge loss by the bias. A margin of 1 is enough.
 *
 *     ∂H/∂b of H = max(0, 1 − y z)
 *
 * @param w weights, shape [m]
 * @param x one example, shape [m]
 * @param b bias
 * @param y its label, −1 or 1
 * @returns ∂H/∂b
 */
export function hingeLossDb(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  throw new Error("not implemented: hingeLossDb");
}
