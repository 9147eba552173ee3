// Grade with: npm run grade ex08

type Vector = number[];

/**
 * The gradient of f at x, measured by central differences.
 *
 *     (f(x + h eᵢ) − f(x − h eᵢ))/(2h) for each i
 *
 * @param f takes a vector, gives a number
 * @param x the place, shape [n]
 * @param h step to either side, above 0; 0.00001 where it is left out
 * @returns ∇f(x), one quotient an entry of x, shape [n]
 */
export function numericalGradient(f: (x: Vector) => number, x: Vector, h: number = 1e-5): Vector {
  throw new Error("not implemented: numericalGradient");
}

/**
 * One step of gradient descent.
 *
 *     x − η ∇f(x)
 *
 * @param x the place, shape [n]
 * @param grad gradient at that place, shape [n]
 * @param lr learning rate η
 * @returns where the step arrives, shape [n]
 */
export function gradientStep(x: Vector, grad: Vector, lr: number): Vector {
  throw new Error("not implemented: gradientStep");
}

/**
 * Gradient descent from x0: the start, and where each step arrives.
 *
 *     xₜ₊₁ = xₜ − η ∇f(xₜ)
 *
 * @param gradF takes a vector, gives the gradient there
 * @param x0 where descent starts, shape [n]
 * @param lr learning rate η
 * @param steps number of steps, whole
 * @returns the points, one a row, x0 first, shape [steps + 1, n]
 */
export function minimize(gradF: (x: Vector) => Vector, x0: Vector, lr: number, steps: number): Vector[] {
  throw new Error("not implemented: minimize");
}
