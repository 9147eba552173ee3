// Grade with: npm run grade ex20

type Vector = number[];
type Matrix = number[][];

/**
 * The net input of every example.
 *
 *     zᵢ = w·xᵢ + b
 *
 * @param X features, one example a row, shape [n, m]
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @returns net inputs z, one an example, shape [n]
 */
export function netInput(X: Matrix, w: Vector, b: number): Vector {
  throw new Error("not implemented: netInput");
}

/**
 * The unit step: 1 from the threshold on, and 0 below it.
 *
 *     1 if z ≥ θ, else 0
 *
 * @param z net input
 * @param threshold smallest z of class 1; 0 where it is left out
 * @returns class of z, 0 or 1
 */
export function unitStep(z: number, threshold: number = 0): 0 | 1 {
  throw new Error("not implemented: unitStep");
}

/**
 * The bias that takes the threshold's place: with it the net input is compared with 0.
 *
 *     w·x ≥ θ where w·x + b ≥ 0
 *
 * @param threshold threshold θ
 * @returns bias b
 */
export function thresholdToBias(threshold: number): number {
  throw new Error("not implemented: thresholdToBias");
}

/**
 * The class of every example: the step of its net input.
 *
 *     ŷᵢ = 1 if w·xᵢ + b ≥ θ, else 0
 *
 * @param X features, one example a row, shape [n, m]
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @param threshold smallest net input of class 1; 0 where it is left out
 * @returns classes ŷ, one an example, shape [n], 0 or 1
 */
export function predictStep(X: Matrix, w: Vector, b: number, threshold: number = 0): (0 | 1)[] {
  throw new Error("not implemented: predictStep");
}
