// Grade with: npm run grade ex18

type Vector = number[];
type Matrix = number[][];

/**
 * Gradient of the binary cross-entropy by the weights, where the model ŷ = σ(Xw + b) predicts yPred.
 * The loss is a mean over the examples.
 *
 *     ∇_w L of L = −(1/n) Σᵢ [yᵢ ln ŷᵢ + (1 − yᵢ) ln(1 − ŷᵢ)]
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param yTrue labels y; a share in between is a soft label, shape [n], 0 or 1
 * @param yPred predictions ŷ = σ(x·w + b), shape [n], from 0 to 1
 * @returns ∇L by w, one entry a weight, shape [m]
 */
export function bceDw(X: Matrix, yTrue: Vector, yPred: Vector): Vector {
  throw new Error("not implemented: bceDw");
}

/**
 * Derivative of the binary cross-entropy by the bias, where the model ŷ = σ(Xw + b) predicts yPred.
 *
 *     ∂L/∂b of L = −(1/n) Σᵢ [yᵢ ln ŷᵢ + (1 − yᵢ) ln(1 − ŷᵢ)]
 *
 * @param yTrue labels y; a share in between is a soft label, shape [n], 0 or 1
 * @param yPred predictions ŷ = σ(x·w + b), shape [n], from 0 to 1
 * @returns ∂L/∂b
 */
export function bceDb(yTrue: Vector, yPred: Vector): number {
  throw new Error("not implemented: bceDb");
}
