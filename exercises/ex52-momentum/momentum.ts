// Grade with: npm run grade ex52

type Matrix = number[][];

/**
 * The next step of every matrix, from the last one and the gradient.
 *
 *     μ M − η g for each matrix
 *
 * @param Ms the last steps, one matrix for each of the parameters, m of k × d
 * @param grads gradients, in the same order and shapes, m of k × d
 * @param momentum momentum μ, how much is kept of what was
 * @param lr learning rate η
 * @returns the steps to take now, m of a × b
 */
export function updateMomentum(Ms: Matrix[], grads: Matrix[], momentum: number, lr: number): Matrix[] {
  throw new Error("not implemented: updateMomentum");
}

/**
 * Every matrix of parameters after its step.
 *
 *     θ + M for each matrix
 *
 * @param params parameters, weights and biases, m of k × d
 * @param Ms the steps to take, in the same order and shapes, m of k × d
 * @returns the parameters after the step, in new matrices, m of a × b
 */
export function updateParams(params: Matrix[], Ms: Matrix[]): Matrix[] {
  throw new Error("not implemented: updateParams");
}

/**
 * One step of momentum as PyTorch takes it.
 *
 *     v ← μ v + g,  θ ← θ − η v
 *
 * @param p parameters, shape [k, d]
 * @param v velocity: the gradients up to here, the older the less, shape [k, d]
 * @param g gradient at p, shape [k, d]
 * @param mu momentum μ, how much is kept of what was
 * @param lr learning rate η
 * @returns both, in new matrices
 *   p: parameters after the step, shape [k, d]
 *   v: the new velocity, shape [k, d]
 */
export function torchMomentumStep(
  p: Matrix,
  v: Matrix,
  g: Matrix,
  mu: number,
  lr: number,
): { p: Matrix; v: Matrix } {
  throw new Error("not implemented: torchMomentumStep");
}
