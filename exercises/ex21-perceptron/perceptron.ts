// Grade with: npm run grade ex21

type Vector = number[];
type Matrix = number[][];

/**
 * Weights and bias after one example of the perceptron learning rule, for classes 0 and 1.
 *
 *     z = w·x + b,   ŷ = 1 if z ≥ 0, else 0
 *
 * The boundary z = 0 is class 1. The prediction is made once, before w and b change. The arguments stay as they
 * are.
 *
 * @param w weights, shape [m]
 * @param b bias
 * @param x one example, shape [m]
 * @param target its class, 0 or 1
 * @param lr learning rate η ≥ 0
 * @returns the new weights, shape [m], and the new bias
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
 * Trains a perceptron: nIter passes over the examples in the given order, one update an example.
 *
 * `errors` has one entry a pass: how many examples were misclassified when their turn came. All passes are made,
 * also after one without an error.
 *
 * @param X examples, shape [n, m]
 * @param y their classes 0 and 1, shape [n]
 * @param w0 weights to start from, shape [m]
 * @param b0 bias to start from
 * @param lr learning rate η ≥ 0
 * @param nIter number of passes
 * @returns w, shape [m], and b after the last pass; errors, shape [nIter]
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
