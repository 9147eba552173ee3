// Grade with: npm run grade ex45

type Vector = number[];
type Matrix = number[][];

/**
 * Error of the output layer: derivatives of the loss by its net inputs Zout. The loss is a mean over
 * all n·t entries, and Aout is behind the sigmoid already.
 *
 *     δ = ∂L/∂Zₒᵤₜ of L = (1/(n t)) Σᵢ Σⱼ (Yᵢⱼ − Aᵢⱼ)²,  A = σ(Zₒᵤₜ)
 *
 * @param Aout outputs, σ of the output net inputs, one example a row, shape [n, t], from 0 to 1
 * @param Y targets, from 0 to 1, shape [n, t]
 * @returns δ, the derivatives by the output net inputs, shape [n, t]
 */
export function outputDelta(Aout: Matrix, Y: Matrix): Matrix {
  throw new Error("not implemented: outputDelta");
}

/**
 * Gradients of the output layer: its error, and the derivatives by its weights and biases. The weights
 * are out × in, and so is dW.
 *
 *     δ = ∂L/∂Zₒᵤₜ, ∂L/∂Wₒᵤₜ, ∂L/∂bₒᵤₜ,  Zₒᵤₜ = A₁ Wₒᵤₜᵀ + bₒᵤₜ
 *
 * @param A1 what comes into the layer: hidden activations, one example a row, shape [n, d], from 0 to
 *   1
 * @param Aout outputs, σ of the output net inputs, one example a row, shape [n, t], from 0 to 1
 * @param Y targets, from 0 to 1, shape [n, t]
 * @returns the error and both gradients
 *   delta: ∂L/∂Zout, the derivatives by the output net inputs, shape [n, t]
 *   dW: ∂L/∂Wout, out × in as Wout is, shape [t, d]
 *   db: ∂L/∂bout, shape [t]
 */
export function outputGradients(
  A1: Matrix,
  Aout: Matrix,
  Y: Matrix,
): { delta: Matrix; dW: Matrix; db: Vector } {
  throw new Error("not implemented: outputGradients");
}
