// Grade with: npm run grade ex12

type Matrix = number[][];
type Weights = { W: Matrix; B: Matrix };
type Info = { X: Matrix; N: Matrix; P: Matrix; y: Matrix };

/**
 * Predictions of all examples and their mean squared error. Throws a RangeError if there are no
 * examples or if shapes do not fit.
 *
 *     N = X W, P = N + B, L = (1/n) Σᵢ (yᵢ − Pᵢ)²
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y targets, a column, shape [n, 1]
 * @param weights the weights of the model
 *   W: weights, in × out: one row an input, shape [m, 1]
 *   B: bias, added to every row, shape [1, 1]
 * @returns the loss, and what the way back needs
 *   info: what the forward pass keeps for the way back
 *   X: the inputs as they came, shape [n, m]
 *   N: weighted inputs, XW, shape [n, 1]
 *   P: predictions, N + B, shape [n, 1]
 *   y: the targets as they came, shape [n, 1]
 *   loss: L, at least 0
 */
export function forward(X: Matrix, y: Matrix, weights: Weights): { info: Info; loss: number } {
  throw new Error("not implemented: forward");
}

/**
 * Gradients of the mean squared error by the weights, from what the forward pass kept.
 *
 *     ∂L/∂W, ∂L/∂B of L = (1/n) Σᵢ (yᵢ − Pᵢ)²
 *
 * @param info what the forward pass keeps for the way back
 *   X: the inputs as they came, shape [n, m]
 *   N: weighted inputs, XW, shape [n, 1]
 *   P: predictions, N + B, shape [n, 1]
 *   y: the targets as they came, shape [n, 1]
 * @param weights the weights of the model
 *   W: weights, in × out: one row an input, shape [m, 1]
 *   B: bias, added to every row, shape [1, 1]
 * @returns the derivatives of L, in the shapes of the weights
 *   W: ∂L/∂W, in the shape of W, shape [m, 1]
 *   B: ∂L/∂B, in the shape of B, shape [1, 1]
 */
export function lossGradients(info: Info, weights: Weights): Weights {
  throw new Error("not implemented: lossGradients");
}
