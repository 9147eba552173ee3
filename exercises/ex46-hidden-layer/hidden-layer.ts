// Grade with: npm run grade ex46

type Vector = number[];
type Matrix = number[][];

/**
 * Error of the hidden layer: derivatives of the loss by its net inputs Zₕ. The weights are in × out,
 * and H is behind the sigmoid already.
 *
 *     δₕ = ∂J/∂Zₕ from δₒ = ∂J/∂Zₒ,  Zₒ = H Wₒ + bₒ,  H = σ(Zₕ)
 *
 * @param H hidden activations, H = σ(Zₕ), one example a row, shape [n, d], from 0 to 1
 * @param outWeights output weights, in × out: row k leads from hidden unit k, shape [d, t]
 * @param lossGrad δₒ, derivatives of the loss by Zₒ = H·outWeights + b, shape [n, t]
 * @returns δₕ, the derivatives by the hidden net inputs, shape [n, d]
 */
export function hiddenLayerGradient(H: Matrix, outWeights: Matrix, lossGrad: Matrix): Matrix {
  throw new Error("not implemented: hiddenLayerGradient");
}

/**
 * Gradients of the hidden layer: its error, and the derivatives by its weights and biases. The weights
 * are out × in here, and so is dW. Means over examples are in deltaOut already, and Wout are the
 * weights before any update.
 *
 *     Z₁ = X W₁ᵀ + b₁,  A₁ = σ(Z₁),  Zₒᵤₜ = A₁ Wₒᵤₜᵀ + bₒᵤₜ
 *
 * @param X inputs of the hidden layer, one example a row, shape [n, m]
 * @param A1 hidden activations, A1 = σ(X·W1ᵀ + b1), shape [n, d], from 0 to 1
 * @param Wout output weights, out × in: row j leads to output unit j, shape [t, d]
 * @param deltaOut derivatives of the loss by A1·Woutᵀ + b, shape [n, t]
 * @returns the error and both gradients
 *   delta: ∂L/∂Z₁, the derivatives by the hidden net inputs, shape [n, d]
 *   dW: ∂L/∂W1, the derivatives by W1, out × in as W1 is, shape [d, m]
 *   db: ∂L/∂b1, the derivatives by b1, shape [d]
 */
export function hiddenGradients(
  X: Matrix,
  A1: Matrix,
  Wout: Matrix,
  deltaOut: Matrix,
): { delta: Matrix; dW: Matrix; db: Vector } {
  throw new Error("not implemented: hiddenGradients");
}
