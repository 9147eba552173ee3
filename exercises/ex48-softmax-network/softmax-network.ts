// Grade with: npm run grade ex48

type Matrix = number[][];

/** Weights in×out: Wh m×h, bh 1×h, Wo h×c, bo 1×c. */
type Network = { Wh: Matrix; bh: Matrix; Wo: Matrix; bo: Matrix };

/**
 * Forward pass of the classifier: sigmoid units, then softmax, row by row; logits of ±1000 must not
 * give NaN.
 *
 *     H = σ(X Wₕ + bₕ), ŷ = softmax (H Wₒ + bₒ)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param p parameters of the network
 *   Wh: hidden weights, in × out: column k belongs to hidden unit k, shape [m, h]
 *   bh: hidden biases, a matrix of one row, shape [1, h]
 *   Wo: output weights, in × out, shape [h, c]
 *   bo: output biases, a matrix of one row, shape [1, c]
 * @returns what both layers give
 *   H: hidden activations, shape [n, h]
 *   yHat: class probabilities, one example a row, shape [n, c]
 */
export function forwardProp(X: Matrix, p: Network): { H: Matrix; yHat: Matrix } {
  throw new Error("not implemented: forwardProp");
}

/**
 * Gradients of the cross-entropy by all parameters. The loss is a sum over the examples, not a mean.
 *
 *     ∇J of J = −Σᵢ Σ_c y_(i c) ln ŷ_(i c)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param Y classes, one-hot rows, shape [n, c], a single 1 a row, else 0
 * @param p parameters of the network
 *   Wh: hidden weights, in × out: column k belongs to hidden unit k, shape [m, h]
 *   bh: hidden biases, a matrix of one row, shape [1, h]
 *   Wo: output weights, in × out, shape [h, c]
 *   bo: output biases, a matrix of one row, shape [1, c]
 * @returns the derivatives of J, in the shapes of the parameters
 *   Wh: ∂J/∂Wh, shape [m, h]
 *   bh: ∂J/∂bh, shape [1, h]
 *   Wo: ∂J/∂Wo, shape [h, c]
 *   bo: ∂J/∂bo, shape [1, c]
 */
export function computeGradients(X: Matrix, Y: Matrix, p: Network): Network {
  throw new Error("not implemented: computeGradients");
}
