// Grade with: npm run grade ex51

type Matrix = number[][];
type Params = Record<string, Matrix>;

/**
 * All parameters after one step of gradient descent.
 *
 *     θ − η ∇_θ L for each matrix θ
 *
 * @param params the matrices of a network by name
 *   W: weights, shape [k, d]
 *   b: bias, shape [k, 1]
 * @param grads the gradient by each, under the same name
 *   W: gradient by the weights, shape [k, d]
 *   b: gradient by the bias, shape [k, 1]
 * @param lr learning rate η
 * @returns the same names, new matrices
 *   W: weights after the step, shape [k, d]
 *   b: bias after the step, shape [k, 1]
 */
export function sgdStep(params: Params, grads: Params, lr: number): Params {
  throw new Error("not implemented: sgdStep");
}

/** Takes the steps of one learning rate, for any number of layers. */
export class GradientDescentOptimizer {
  /** The learning rate of all its steps. */
  constructor(learningRate: number) {}

  /** The weights and the bias of a layer after one step: `[weights, bias]`, in new matrices. */
  backward(weights: Matrix, weightsGradient: Matrix, bias: Matrix, outputGradient: Matrix): [Matrix, Matrix] {
    throw new Error("not implemented: backward");
  }
}
