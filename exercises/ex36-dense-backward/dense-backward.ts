// Grade with: npm run grade ex36

type Vector = number[];
type Matrix = number[][];

/**
 * How the loss follows the weights, the biases and the inputs of a layer, from how it follows its net
 * inputs.
 *
 *     ∂L/∂W, ∂L/∂b, ∂L/∂X from ∂L/∂Z,  Z = X Wᵀ + b
 *
 * @param X inputs of the layer, one example a row, shape [n, m]
 * @param W weights, out × in: row j belongs to unit j, shape [k, m]
 * @param dZ ∂L/∂Z, how the loss follows the net inputs, shape [n, k]
 * @returns the gradients, each in the shape of its variable
 *   dW: ∂L/∂W, summed over the examples, shape [k, m]
 *   db: ∂L/∂b, summed over the examples, shape [k]
 *   dX: ∂L/∂X, for the layer before, shape [n, m]
 */
export function linearBackward(X: Matrix, W: Matrix, dZ: Matrix): { dW: Matrix; db: Vector; dX: Matrix } {
  throw new Error("not implemented: linearBackward");
}

/**
 * The same for one example in columns.
 *
 *     ∂L/∂W, ∂L/∂b, ∂L/∂x from ∂L/∂z,  z = W x + b
 *
 * @param W weights, out × in: row j belongs to unit j, shape [k, m]
 * @param x inputs of one example, as a column, shape [m, 1]
 * @param dz ∂L/∂z, as a column, shape [k, 1]
 * @returns the gradients, each in the shape of its variable
 *   dW: ∂L/∂W, shape [k, m]
 *   db: ∂L/∂b, as a column, shape [k, 1]
 *   dx: ∂L/∂x, as a column, shape [m, 1]
 */
export function columnBackward(W: Matrix, x: Matrix, dz: Matrix): { dW: Matrix; db: Matrix; dx: Matrix } {
  throw new Error("not implemented: columnBackward");
}
