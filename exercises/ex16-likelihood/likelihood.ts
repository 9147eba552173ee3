// Grade with: npm run grade ex16

type Vector = number[];

/**
 * The probability that the model gives to all the labels together. The likelihood of no labels is 1.
 *
 *     Πᵢ pᵢ^yᵢ·(1 − pᵢ)^(1 − yᵢ)
 *
 * @param y labels y; a share in between is a soft label, shape [n], 0 or 1
 * @param p probabilities of class 1, shape [n], from 0 to 1
 * @returns the likelihood, from 0 to 1
 */
export function likelihood(y: Vector, p: Vector): number {
  throw new Error("not implemented: likelihood");
}

/**
 * The logarithm of the likelihood, finite where the likelihood itself is too small for a number. A
 * term with the weight 0 is 0.
 *
 *     Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]
 *
 * @param y labels y; a share in between is a soft label, shape [n], 0 or 1
 * @param p probabilities of class 1, shape [n], from 0 to 1
 * @returns the log-likelihood, at most 0
 */
export function logLikelihood(y: Vector, p: Vector): number {
  throw new Error("not implemented: logLikelihood");
}

/**
 * Binary cross-entropy, a mean over the examples. Predictions are clipped to the interval from eps to
 * 1 − eps, so that no logarithm is infinite.
 *
 *     L = −(1/n) Σᵢ [yᵢ ln ŷᵢ + (1 − yᵢ) ln(1 − ŷᵢ)]
 *
 * @param yTrue labels y; a share in between is a soft label, shape [n], 0 or 1
 * @param yPred predicted probabilities of class 1, ŷ, shape [n], from 0 to 1
 * @param eps predictions are clipped to the interval from eps to 1 − eps, above 0; 1e-12 where it is
 *   left out
 * @returns L, at least 0
 */
export function bce(yTrue: Vector, yPred: Vector, eps: number = 1e-12): number {
  throw new Error("not implemented: bce");
}
