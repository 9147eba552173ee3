/**
 * Steps of descent, in place. Parameters, gradient and state are arrays of one length.
 */

/** P ← P − η G */
export function descend(P: Float64Array, G: Float64Array, learningRate: number): void {
  for (let i = 0; i < P.length; i++) P[i]! -= learningRate * G[i]!;
}

/** V ← μ V + G,   P ← P − η V */
export function descendWithMomentum(
  P: Float64Array,
  V: Float64Array,
  G: Float64Array,
  { learningRate, momentum }: { readonly learningRate: number; readonly momentum: number },
): void {
  for (let i = 0; i < P.length; i++) {
    V[i] = momentum * V[i]! + G[i]!;
    P[i]! -= learningRate * V[i]!;
  }
}

export interface AdamRates {
  readonly learningRate: number;
  /** Decay of the mean of the gradients; 0.9 is usual. */
  readonly beta1: number;
  /** Decay of the mean of their squares; 0.999 is usual. */
  readonly beta2: number;
  readonly epsilon: number;
}

/** M and V as P, all 0 at the start; `corrections` is 1 − β₁^t and 1 − β₂^t, 0 at the start. */
export interface AdamState {
  readonly M: Float64Array;
  readonly V: Float64Array;
  readonly corrections: Float64Array;
}

/**
 * One step of Adam.
 *
 *     M ← β₁ M + (1 − β₁) G,   V ← β₂ V + (1 − β₂) G²
 *     P ← P − η (M / (1 − β₁^t)) / (√(V / (1 − β₂^t)) + ε)
 *
 * @see Kingma and Ba, Adam: A Method for Stochastic Optimization, algorithm 1
 */
export function adam(
  P: Float64Array,
  { M, V, corrections }: AdamState,
  G: Float64Array,
  rates: AdamRates,
): void {
  const { learningRate, beta1, beta2, epsilon } = rates;
  corrections[0] = beta1 * corrections[0]! + (1 - beta1);
  corrections[1] = beta2 * corrections[1]! + (1 - beta2);
  for (let i = 0; i < P.length; i++) {
    M[i] = beta1 * M[i]! + (1 - beta1) * G[i]!;
    V[i] = beta2 * V[i]! + (1 - beta2) * G[i]! * G[i]!;
    P[i]! -= (learningRate * (M[i]! / corrections[0]!)) / (Math.sqrt(V[i]! / corrections[1]!) + epsilon);
  }
}
