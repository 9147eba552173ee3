// Grade with: npm run grade ex59

type Matrix = number[][];

/**
 * Trains the classifier of ex48 on all examples at once: iterations steps with momentum from params,
 * the first from rest.
 *
 *     M ← μ M − η ∇J(θ),  θ ← θ + M
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param Y classes, one-hot rows, shape [n, c], a single 1 a row, else 0
 * @param params [Wh, bh, Wo, bo]: weights in × out, m × h and h × c, each followed by its biases, a
 *   matrix of one row, [m × h, 1 × h, h × c, 1 × c]
 * @param iterations number of iterations, each over all examples, whole
 * @param lr learning rate η
 * @param mf momentum factor μ, how much is kept of the last step
 * @returns the trained parameters, and the loss on the way
 *   params: [Wh, bh, Wo, bo] after the last iteration, in new matrices, 4 of a × b
 *   losses: J at the start, and then after each iteration, shape [iterations + 1]
 */
export function trainNetwork(
  X: Matrix,
  Y: Matrix,
  params: Matrix[],
  iterations: number,
  lr: number,
  mf: number,
): { params: Matrix[]; losses: number[] } {
  throw new Error("not implemented: trainNetwork");
}

/**
 * The most probable class of each example, counted from 0; of equally probable ones the first.
 *
 *     arg max_c ŷ_(i c)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param params [Wh, bh, Wo, bo]: weights in × out, m × h and h × c, each followed by its biases, a
 *   matrix of one row, [m × h, 1 × h, h × c, 1 × c]
 * @returns classes, one an example, shape [n], 0, 1, 2, …
 */
export function predictClasses(X: Matrix, params: Matrix[]): number[] {
  throw new Error("not implemented: predictClasses");
}
