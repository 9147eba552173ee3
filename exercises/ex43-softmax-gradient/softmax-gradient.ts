// Grade with: npm run grade ex43

type Vector = number[];
type Matrix = number[][];

/**
 * Gradient of the summed cross-entropy by the logits Z, not by the probabilities. No entry is infinite
 * or NaN, also where a probability is 0.
 *
 *     ∂J/∂Z of J = −Σᵢ Σ_c y_(i c) ln ŷ_(i c),  ŷ = ς(Z)
 *
 * @param yHat probabilities, softmax of Z; each row sums to 1, shape [n, C]
 * @param yTrue true classes, one-hot rows, shape [n, C], a single 1 a row, else 0
 * @returns ∂J/∂Z, shape [n, C]
 */
export function lossGradient(yHat: Matrix, yTrue: Matrix): Matrix {
  throw new Error("not implemented: lossGradient");
}

/**
 * The Jacobian of softmax at logits of any size: row i, column j is the derivative of share i by logit
 * j.
 *
 *     ∂sᵢ/∂zⱼ,  s = ς(z)
 *
 * @param z logits of one example, shape [C]
 * @returns the Jacobian, shape [C, C]
 */
export function softmaxJacobian(z: Vector): Matrix {
  throw new Error("not implemented: softmaxJacobian");
}

/**
 * Carries derivatives of a loss by the probabilities back to the logits, row by row, without building
 * a Jacobian.
 *
 *     d Z = ∂F/∂Z from d P = ∂F/∂P,  P = ς(Z)
 *
 * @param P probabilities, softmax of Z; each row sums to 1, shape [n, C]
 * @param dP derivatives of a loss by P, shape [n, C]
 * @returns dZ, the derivatives by the logits, shape [n, C]
 */
export function softmaxBackward(P: Matrix, dP: Matrix): Matrix {
  throw new Error("not implemented: softmaxBackward");
}
