// Grade with: npm run grade ex26

type Vector = number[];
type Matrix = number[][];

/**
 * Weights and bias after one example, and the squared error from before the step.
 *
 *     w ← w + 2η(y − z) x, b ← b + 2η(y − z)
 *
 * @param w weights, shape [m]
 * @param b bias
 * @param x one example, shape [m]
 * @param target its label, 0 or 1
 * @param lr learning rate η, 0 or more
 * @returns the model after the step, and what it met
 *   w: new weights, shape [m]
 *   b: new bias
 *   loss: (y − z)², with the z of the old w and b
 */
export function sgdUpdate(
  w: Vector,
  b: number,
  x: Vector,
  target: number,
  lr: number,
): { w: Vector; b: number; loss: number } {
  throw new Error("not implemented: sgdUpdate");
}

/**
 * Adaline by stochastic gradient descent: nIter passes from (w0, b0), each in its own order, with a
 * step after each example.
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y their labels, shape [n], 0 or 1
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η, 0 or more
 * @param nIter number of passes, whole
 * @param orders for each pass the order of the examples, a permutation of 0 … n−1, shape [nIter, n],
 *   whole
 * @returns the model, and the loss on the way
 *   w: weights after the last pass, shape [m]
 *   b: bias after the last pass
 *   losses: losses[k] is the mean of the losses that the steps of pass k give, shape [nIter]
 */
export function fitAdalineSGD(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  nIter: number,
  orders: number[][],
): { w: Vector; b: number; losses: number[] } {
  throw new Error("not implemented: fitAdalineSGD");
}

/**
 * The model after new examples: one step after each of them, in the order of the rows, from where the
 * model is.
 *
 * @param state the model so far
 *   w: its weights, shape [m]
 *   b: its bias
 * @param X inputs, one example a row, shape [n, m]
 * @param y their labels, shape [n], 0 or 1
 * @param lr learning rate η, 0 or more
 * @returns the model after the new examples
 *   w: weights after the last example, shape [m]
 *   b: bias after the last example
 */
export function partialFit(
  state: { w: Vector; b: number },
  X: Matrix,
  y: Vector,
  lr: number,
): { w: Vector; b: number } {
  throw new Error("not implemented: partialFit");
}
