// Grade with: npm run grade ex15

type Vector = number[];
type Matrix = number[][];

/**
 * Every column of X brought to the interval from 0 to 1. A constant column becomes 0.
 *
 *     xᵢⱼ′ = (xᵢⱼ − minₖ xₖⱼ)/(maxₖ xₖⱼ − minₖ xₖⱼ)
 *
 * @param X features, one example a row, shape [n, m]
 * @returns the scaled features, shape [n, m]
 */
export function minMaxScale(X: Matrix): Matrix {
  throw new Error("not implemented: minMaxScale");
}

/**
 * The probability of class 1 for every example. No logit may give NaN but NaN itself.
 *
 *     pᵢ = σ(w·xᵢ + b)
 *
 * @param X features, one example a row, shape [n, m]
 * @param w weights, one a feature, shape [m]
 * @param b bias
 * @returns probabilities p, one an example, shape [n]
 */
export function predictProba(X: Matrix, w: Vector, b: number): Vector {
  throw new Error("not implemented: predictProba");
}

/**
 * The class of every example: 1 where its probability is at least the threshold, and 0 elsewhere.
 *
 *     ŷᵢ = 1 if pᵢ ≥ t, else 0
 *
 * @param p probabilities of class 1, shape [n], from 0 to 1
 * @param threshold smallest probability that counts as class 1, from 0 to 1; 0.5 where it is left out
 * @returns classes, one an example, shape [n], 0 or 1
 */
export function predictClass(p: Vector, threshold: number = 0.5): number[] {
  throw new Error("not implemented: predictClass");
}

/**
 * The second feature of the point over x1 at which both classes have the probability 1/2.
 *
 *     w₁ x₁ + w₂ x₂ + b = 0
 *
 * @param w weights w₁ and w₂ of the two features; w₂ is not 0, shape [2]
 * @param b bias
 * @param x1 first feature
 * @returns x₂ on the line between the classes
 */
export function decisionLine(w: Vector, b: number, x1: number): number {
  throw new Error("not implemented: decisionLine");
}
