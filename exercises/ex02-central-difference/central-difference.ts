// Grade with: npm run grade ex02

/**
 * Numerical derivative of a function at a point, by the central difference: the slope of the secant
 * through the points of f at x − h and x + h. It is this quotient with the given h that is asked for,
 * not the limit for h → 0.
 *
 * @param f function of one number
 * @param x where the slope is wanted
 * @param h step to either side, above 0; 0.001 where it is left out
 * @returns slope of f around x, measured with step h; NaN or infinite where f is at x ± h
 */
export function deriv(f: (x: number) => number, x: number, h: number = 1e-3): number {
  throw new Error("not implemented: deriv");
}
