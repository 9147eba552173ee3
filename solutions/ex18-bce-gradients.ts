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
  const n = X.length;
  const dw: Vector = X[0]!.map(() => 0);
  for (let i = 0; i < n; i++) {
    const error = yPred[i]! - yTrue[i]!;
    for (let j = 0; j < dw.length; j++) dw[j]! += (X[i]![j]! * error) / n;
  }
  return dw;
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
  let sum = 0;
  for (let i = 0; i < yTrue.length; i++) sum += yPred[i]! - yTrue[i]!;
  return sum / yTrue.length;
}
