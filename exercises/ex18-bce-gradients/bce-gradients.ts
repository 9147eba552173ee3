// Grade with: npm run grade ex18

type Vector = number[];
type Matrix = number[][];

/**
 * Gradient of the binary cross-entropy by the weights, where the model ŷ = σ(Xw + b) predicts yPred.
 *
 *     ∇_w L  of  L = −(1/n) Σ_i [y_i ln ŷ_i + (1 − y_i) ln(1 − ŷ_i)]
 *
 * The loss is a mean over the examples.
 *
 * @param X inputs, one example a row, shape [n×m]
 * @param yTrue labels y, 0 or 1 or in between, shape [n]
 * @param yPred predictions ŷ, from 0 to 1, shape [n]
 * @returns one entry a weight, shape [m]
 */
export function bceDw(X: Matrix, yTrue: Vector, yPred: Vector): Vector {
  throw new Error("not implemented: bceDw");
}

/**
 * Derivative of the binary cross-entropy by the bias, where the model ŷ = σ(Xw + b) predicts yPred.
 *
 *     ∂L/∂b  of  L = −(1/n) Σ_i [y_i ln ŷ_i + (1 − y_i) ln(1 − ŷ_i)]
 *
 * @param yTrue labels y, 0 or 1 or in between, shape [n]
 * @param yPred predictions ŷ, from 0 to 1, shape [n]
 * @returns one number
 */
export function bceDb(yTrue: Vector, yPred: Vector): number {
  throw new Error("not implemented: bceDb");
}
