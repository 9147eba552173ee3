// Grade with: npm run grade ex50

type Matrix = number[][];
/** Matrices by name. */
type Params = { [name: string]: Matrix };

/**
 * The gradient of a loss by every entry of a matrix, measured by central differences.
 *
 *     (L(P + ϵ Eᵢⱼ) − L(P − ϵ Eᵢⱼ))/(2ϵ)
 *
 * @param loss takes a matrix, gives a number
 * @param P the parameters, shape [r, c]
 * @param eps step ε to either side, above 0; 0.0001 where it is left out
 * @returns one quotient an entry of P, shape [r, c]
 */
export function numericalGradientMatrix(loss: (P: Matrix) => number, P: Matrix, eps: number = 1e-4): Matrix {
  throw new Error("not implemented: numericalGradientMatrix");
}

/**
 * The difference of two numbers in units of their size. What is smaller than 1e-8 together is divided
 * by 1e-8.
 *
 *     (|a − b|)/(max(10⁻⁸, |a| + |b|))
 *
 * @param a a slope, such as a measured one
 * @param b the other, such as one by a formula
 * @returns the relative error, from 0 to 1
 */
export function relativeError(a: number, b: number): number {
  throw new Error("not implemented: relativeError");
}

/**
 * Whether a gradient agrees with central differences at every entry, and where it agrees least: the
 * first of equal errors, with NaN as the largest.
 *
 *     ok ⇔ the largest relative error ≤ tol
 *
 * @param loss takes the parameters, gives a number
 * @param params parameters: matrices by name
 *   Wh: hidden weights, shape [m, h]
 *   bh: hidden biases, shape [1, h]
 *   Wo: output weights, shape [h, c]
 *   bo: output biases, shape [1, c]
 * @param grads the gradient to check, in the form of params
 *   Wh: derivatives by Wh, to be checked, shape [m, h]
 *   bh: derivatives by bh, shape [1, h]
 *   Wo: derivatives by Wo, shape [h, c]
 *   bo: derivatives by bo, shape [1, c]
 * @param eps step ε to either side, above 0; 0.0001 where it is left out
 * @param tol largest relative error that passes, above 0; 0.00001 where it is left out
 * @returns whether the gradient is right, and its worst entry
 *   ok: whether no relative error is above tol, true or false
 *   worst: the entry with the largest relative error
 *   name: the matrix, text
 *   row: its row, from 0, whole
 *   col: its column, from 0, whole
 *   relError: its relative error
 */
export function checkGradients(
  loss: (p: Params) => number,
  params: Params,
  grads: Params,
  eps: number = 1e-4,
  tol: number = 1e-5,
): { ok: boolean; worst: { name: string; row: number; col: number; relError: number } } {
  throw new Error("not implemented: checkGradients");
}
