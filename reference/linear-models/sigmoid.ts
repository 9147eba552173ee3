/**
 * The sigmoid, its derivative written in terms of its value, and the softplus, whose derivative it is.
 */
import { Num } from "../numbers/num.ts";

/**
 * The sigmoid function.
 *
 *     σ(z) = 1/(1 + e^(−z)) = (1 + tanh(z/2))/2
 *
 * Its magnitude is at least 1, the size of the terms of the form with tanh: for z far below 0 that form is right to
 * rounding of 1, not of σ. The slope's terms are of size 1 for the same reason.
 *
 * @returns a number in [0, 1]; 0 and 1 for ∓Infinity
 * @see Machine Learning Visualized, 0.4.2
 */
export function sigmoid(z: Num): Num {
  const s = z.sigmoid(1);
  return s.bounded(Math.max(1, s.magnitude));
}

/**
 * Slope of the sigmoid from its value a = σ(z).
 *
 *     a·(1 − a) = 1/4 − (a − 1/2)²
 *
 * Its magnitude is at least 1/2, the size of the terms of the second form.
 *
 * @param a value of the sigmoid, in [0, 1]
 * @see Machine Learning Visualized, 0.4.3
 */
export function sigmoidSlope(a: Num): Num {
  const slope = a.times(new Num(1).minus(a));
  return slope.bounded(Math.max(0.5, slope.magnitude));
}

/**
 * Softplus.
 *
 *     ln(1 + e^z) = max(z, 0) + ln(1 + e^(−|z|))
 *
 * Its magnitude is at least 1, the size of the sum that the logarithm is taken of: far below 0 that sum rounds to 1.
 *
 * @see Machine Learning Visualized, 0.4.6
 */
export function softplus(z: Num): Num {
  const s = z.softplus();
  return s.bounded(Math.max(1, s.magnitude));
}
