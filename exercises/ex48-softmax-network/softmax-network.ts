// Grade with: npm run grade ex48

type Matrix = number[][];

/** Weights in×out: Wh m×h, bh 1×h, Wo h×c, bo 1×c. */
type Network = { Wh: Matrix; bh: Matrix; Wo: Matrix; bo: Matrix };

/**
 * Forward pass of the classifier.
 *
 *     H = σ(X·W_h + b_h),  Ŷ = ς(H·W_o + b_o)
 *
 * ς is softmax, row by row; logits of ±1000 must not give NaN.
 *
 * @param X inputs, shape [n, m]
 * @param p parameters
 * @returns hidden activations, shape [n, h], and class probabilities, shape [n, c]
 */
export function forwardProp(X: Matrix, p: Network): { H: Matrix; yHat: Matrix } {
  throw new Error("not implemented: forwardProp");
}

/**
 * Gradients of the cross-entropy by all parameters.
 *
 *     ∂J/∂W_h, ∂J/∂b_h, ∂J/∂W_o, ∂J/∂b_o  of  J = −Σ_i Σ_c y_ic · ln ŷ_ic
 *
 * The loss is a sum over the examples, not a mean.
 *
 * @param X inputs, shape [n, m]
 * @param Y one-hot rows, shape [n, c]
 * @param p parameters
 * @returns gradients in the names and shapes of the parameters
 */
export function computeGradients(X: Matrix, Y: Matrix, p: Network): Network {
  throw new Error("not implemented: computeGradients");
}
