// Grade with: npm run grade ex21

type Vector = number[];
type Matrix = number[][];

/**
 * Weights and bias after one example of the perceptron learning rule, for classes 0 and 1. The
 * boundary z = 0 is class 1. The prediction is made once, before w and b change.
 *
 *     z = w·x + b,  ŷ = 1 if z ≥ 0, else 0
 *
 * @param w weights, shape [m]
 * @param b bias
 * @param x one example, shape [m]
 * @param target its class, 0 or 1
 * @param lr learning rate η, 0 or more
 * @returns the new weights and the new bias, a pair, [m, number]
 */
export function perceptronUpdate(
  w: Vector,
  b: number,
  x: Vector,
  target: 0 | 1,
  lr: number,
): [Vector, number] {
  throw new Error("not implemented: perceptronUpdate");
}

/**
 * Trains a perceptron: nIter passes over the examples in the given order, one update an example. All
 * passes are made, also after one without an error.
 *
 * @param X examples, one a row, shape [n, m]
 * @param y their classes, shape [n], 0 or 1
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η, 0 or more
 * @param nIter number of passes over the examples, whole
 * @returns weights, bias and errors after nIter passes
 *   w: weights after the last pass, shape [m]
 *   b: bias after the last pass
 *   errors: examples misclassified when their turn came, pass by pass, shape [nIter], whole
 */
export function fitPerceptron(
  X: Matrix,
  y: (0 | 1)[],
  w0: Vector,
  b0: number,
  lr: number,
  nIter: number,
): { w: Vector; b: number; errors: number[] } {
  throw new Error("not implemented: fitPerceptron");
}
