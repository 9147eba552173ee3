// Grade with: npm run grade ex46

type Vector = number[];
type Matrix = number[][];

/**
 * Error of the hidden layer: derivatives of the loss by its net inputs Z, where H = σ(Z).
 *
 *     δ_h = ∂J/∂Z_h  from  δ_o = ∂J/∂Z_o  and  Z_o = H·W_o + b_o
 *
 * The weights are in×out: row k leads from hidden unit k. H is behind the sigmoid already.
 *
 * @param H hidden activations, shape [n, d]
 * @param outWeights output weights, shape [d, t]
 * @param lossGrad derivatives of the loss by the output net inputs, shape [n, t]
 * @returns δ_h, shape [n, d]
 */
export function hiddenLayerGradient(H: Matrix, outWeights: Matrix, lossGrad: Matrix): Matrix {
  throw new Error("not implemented: hiddenLayerGradient");
}

/**
 * Gradients of the hidden layer: its error, and the derivatives by its weights and biases.
 *
 *     δ = ∂L/∂Z_1,  dW = ∂L/∂W_1,  db = ∂L/∂b_1
 *
 *     Z_1 = X·W_1ᵀ + b_1,  A_1 = σ(Z_1),  Z_out = A_1·W_outᵀ + b_out
 *
 * The weights are out×in here, and so is dW. Means over examples are in deltaOut already.
 *
 * @param X inputs, shape [n, m]
 * @param A1 hidden activations, shape [n, d]
 * @param Wout output weights before any update, shape [t, d]
 * @param deltaOut ∂L/∂Z_out, shape [n, t]
 * @returns delta of shape [n, d], dW of shape [d, m], db of shape [d]
 */
export function hiddenGradients(
  X: Matrix,
  A1: Matrix,
  Wout: Matrix,
  deltaOut: Matrix,
): { delta: Matrix; dW: Matrix; db: Vector } {
  throw new Error("not implemented: hiddenGradients");
}
