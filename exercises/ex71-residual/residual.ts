// Grade with: npm run grade ex71

type Vector = number[];
type Matrix = number[][];

/**
 * A layer that adds its inputs to what it gives. Throws if it has not as many units as inputs.
 *
 *     Y = X + tanh(X Wᵀ + b)
 *
 * @param X inputs of the layer, one example a row, shape [n, m]
 * @param W weights, out × in: row j belongs to unit j, shape [m, m]
 * @param b biases, one a unit, shape [m]
 * @returns Y, in the shape of X, shape [n, m]
 */
export function residualForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  throw new Error("not implemented: residualForward");
}

/**
 * How the loss follows the inputs, the weights and the biases of that layer, from how it follows what
 * the layer gives. Throws if the layer has not as many units as inputs.
 *
 *     ∂L/∂X, ∂L/∂W, ∂L/∂b from ∂L/∂Y,  Y = X + tanh(X Wᵀ + b)
 *
 * @param X inputs of the layer, one example a row, shape [n, m]
 * @param W weights, out × in: row j belongs to unit j, shape [m, m]
 * @param b biases, one a unit, shape [m]
 * @param dY ∂L/∂Y, how the loss follows what the layer gives, shape [n, m]
 * @returns the gradients, each in the shape of its variable
 *   dX: ∂L/∂X, for the layer before, shape [n, m]
 *   dW: ∂L/∂W, summed over the examples, shape [m, m]
 *   db: ∂L/∂b, summed over the examples, shape [m]
 */
export function residualBackward(
  X: Matrix,
  W: Matrix,
  b: Vector,
  dY: Matrix,
): { dX: Matrix; dW: Matrix; db: Vector } {
  throw new Error("not implemented: residualBackward");
}
