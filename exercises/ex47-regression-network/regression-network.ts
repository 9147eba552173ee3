// Grade with: npm run grade ex47

type Matrix = number[][];

/** Weights in×out: W1 m×h, B1 1×h, W2 h×1, B2 1×1. */
type Weights = { W1: Matrix; B1: Matrix; W2: Matrix; B2: Matrix };
type Info = { M1: Matrix; N1: Matrix; O1: Matrix; M2: Matrix; P: Matrix };

/**
 * Predictions of the network and their mean squared error, with all that lies between. Net inputs of
 * ±1000 must not give NaN.
 *
 *     P = σ(X W₁ + B₁) W₂ + B₂,  L = (1/n) Σᵢ (yᵢ − Pᵢ)²
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y targets, a column, shape [n, 1]
 * @param w weights and biases
 *   W1: hidden weights, in × out: column k belongs to hidden unit k, shape [m, h]
 *   B1: hidden biases, a matrix of one row, shape [1, h]
 *   W2: output weights, in × out, shape [h, 1]
 *   B2: output bias, shape [1, 1]
 * @returns the loss, and what the way back needs
 *   info: what lies between, for the way back
 *   M1: X·W1, shape [n, h]
 *   N1: M1 + B1, shape [n, h]
 *   O1: σ(N1), the hidden outputs, shape [n, h]
 *   M2: O1·W2, shape [n, 1]
 *   P: M2 + B2, the predictions, shape [n, 1]
 *   loss: L, at least 0
 */
export function forwardNet(X: Matrix, y: Matrix, w: Weights): { info: Info; loss: number } {
  throw new Error("not implemented: forwardNet");
}

/**
 * Gradients of the mean squared error by all weights and biases, in their shapes.
 *
 *     ∇L of L = (1/n) Σᵢ (yᵢ − Pᵢ)²
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y targets, a column, shape [n, 1]
 * @param w weights and biases
 *   W1: hidden weights, in × out: column k belongs to hidden unit k, shape [m, h]
 *   B1: hidden biases, a matrix of one row, shape [1, h]
 *   W2: output weights, in × out, shape [h, 1]
 *   B2: output bias, shape [1, 1]
 * @returns the derivatives of L, in the shapes of the weights
 *   W1: ∂L/∂W1, shape [m, h]
 *   B1: ∂L/∂B1, shape [1, h]
 *   W2: ∂L/∂W2, shape [h, 1]
 *   B2: ∂L/∂B2, shape [1, 1]
 */
export function lossGradientsNet(X: Matrix, y: Matrix, w: Weights): Weights {
  throw new Error("not implemented: lossGradientsNet");
}
