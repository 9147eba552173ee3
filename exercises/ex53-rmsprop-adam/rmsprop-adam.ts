// Grade with: npm run grade ex53

type Vector = number[];

/**
 * One step of RMSprop: against the gradient, each entry divided by the size that its gradients usually
 * have.
 *
 *     v ← α v + (1 − α) g²,  θ ← θ − η (g/(√v + ϵ))
 *
 * @param v running mean of the squares of the gradients; 0 where there was no slope yet, shape [n],
 *   above 0
 * @param p parameters, shape [n]
 * @param g gradient at p, shape [n]
 * @param lr learning rate η, above 0; 0.01 where it is left out
 * @param alpha how much of v is kept, α; 0.99 where it is left out
 * @param eps keeps the divisor off 0, ε, above 0; 1e-8 where it is left out
 * @returns both, in new lists
 *   p: parameters after the step, shape [n]
 *   v: the new mean of the squares, shape [n]
 */
export function rmspropStep(
  v: Vector,
  p: Vector,
  g: Vector,
  lr: number = 0.01,
  alpha: number = 0.99,
  eps: number = 1e-8,
): { p: Vector; v: Vector } {
  throw new Error("not implemented: rmspropStep");
}

/**
 * One step of Adam; the t-th, where state.t is t − 1.
 *
 *     θ − η (m̂/(√v̂ + ϵ)),  m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
 *
 * @param state what the steps before have left
 *   t: steps that were taken, 0 at the start, whole
 *   m: running mean of the gradients, 0 at the start, shape [n]
 *   v: running mean of the squares of the gradients; 0 where there was no slope yet, shape [n], above 0
 * @param p parameters, shape [n]
 * @param g gradient at p, shape [n]
 * @param lr learning rate η, above 0; 0.001 where it is left out
 * @param beta1 how much of m is kept, β₁; 0.9 where it is left out
 * @param beta2 how much of v is kept, β₂; 0.999 where it is left out
 * @param eps keeps the divisor off 0, ε, above 0; 1e-8 where it is left out
 * @returns all of them, in new lists
 *   p: parameters after the step, shape [n]
 *   t: steps taken, this one too, whole
 *   m: the new mean of the gradients, not corrected, shape [n]
 *   v: the new mean of the squares, not corrected, shape [n]
 */
export function adamStep(
  state: { t: number; m: Vector; v: Vector },
  p: Vector,
  g: Vector,
  lr: number = 0.001,
  beta1: number = 0.9,
  beta2: number = 0.999,
  eps: number = 1e-8,
): { p: Vector; t: number; m: Vector; v: Vector } {
  throw new Error("not implemented: adamStep");
}
