/**
 * Numerical derivative of a function at a point, by the central difference.
 *
 *     the slope of the secant through the points of f at x − h and x + h
 *
 * It is this quotient with the given h that is asked for, not the limit for h → 0.
 *
 * @param f a function of one number
 * @param x where
 * @param h step to either side, > 0; 0.001 if it is left out
 * @returns one number; NaN or ±Infinity if f gives such a value at x ± h
 */
export function deriv(f: (x: number) => number, x: number, h: number = 1e-3): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}
