// Grade with: npm run grade ex25

type Vector = number[];
type Matrix = number[][];

/**
 * Mean squared error between the labels and the net inputs.
 *
 *     L = (1/n) Σᵢ (yᵢ − zᵢ)²,  zᵢ = w·xᵢ + b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y their labels, shape [n], 0 or 1
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @returns L, at least 0
 */
export function adalineLoss(X: Matrix, y: Vector, w: Vector, b: number): number {
  throw new Error("not implemented: adalineLoss");
}

/**
 * Gradient of the mean squared error by the weights and by the bias.
 *
 *     ∇_w L, ∂L/∂b of L = (1/n) Σᵢ (yᵢ − zᵢ)²
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y their labels, shape [n], 0 or 1
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @returns the derivatives of L
 *   dw: ∂L/∂w, one entry a weight, shape [m]
 *   db: ∂L/∂b
 */
export function adalineGradient(X: Matrix, y: Vector, w: Vector, b: number): { dw: Vector; db: number } {
  throw new Error("not implemented: adalineGradient");
}

/**
 * Adaline by gradient descent: nIter steps over all examples from (w0, b0), with the loss before each.
 * Throws a RangeError if a loss is NaN or infinite.
 *
 *     w ← w − η ∇_w L, b ← b − η ∂L/∂b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y their labels, shape [n], 0 or 1
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η, 0 or more
 * @param nIter number of passes, each one step over all examples, whole
 * @returns the model, and the loss on the way
 *   w: weights after the last step, shape [m]
 *   b: bias after the last step
 *   losses: losses[k] is L before step k, so that losses[0] is that of the start, shape [nIter]
 */
export function fitAdalineGD(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  nIter: number,
): { w: Vector; b: number; losses: number[] } {
  throw new Error("not implemented: fitAdalineGD");
}

/**
 * Classes of the examples: 1 where the net input reaches the threshold, else 0.
 *
 *     ŷᵢ = 1 if zᵢ ≥ threshold, else 0
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @param threshold from where on z counts as class 1; 0.5 where it is left out
 * @returns the classes, shape [n], 0 or 1
 */
export function adalinePredict(X: Matrix, w: Vector, b: number, threshold = 0.5): (0 | 1)[] {
  throw new Error("not implemented: adalinePredict");
}
