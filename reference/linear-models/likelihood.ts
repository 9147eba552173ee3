/**
 * How probable a model finds the labels that came: likelihood, log-likelihood and binary cross-entropy of probabilities.
 */
import { type Num, num, sum } from "../numbers/num.ts";

/** The probability that one example is given to its label, p^y·(1 − p)^(1−y). */
const chance = (y: Num, p: Num): Num =>
  p.power(y.value).times(
    num(1)
      .minus(p)
      .power(1 - y.value),
  );

/**
 * Likelihood of labels, the product over the examples.
 *
 *     Π_i p_i^(y_i) (1 − p_i)^(1−y_i)
 *
 * Its magnitude is that of its first-order error, |Π|·Σ_i m(q_i)/|q_i|: the product of all magnitudes, which
 * Num.times gives, is the size of an error of order n.
 *
 * @param y labels, shape [n]; a share in between is a soft label
 * @param p probabilities of class 1, shape [n]
 * @see Machine Learning Visualized, 0.4.5
 */
export function likelihood(y: readonly Num[], p: readonly Num[]): Num {
  const factors = p.map((pi, i) => chance(y[i] as Num, pi));
  const product = factors.reduce((total, factor) => total.times(factor), num(1));
  const relative = factors.reduce((total, { value, magnitude }) => total + magnitude / Math.abs(value), 1);
  return Number.isFinite(relative) ? product.bounded(Math.abs(product.value) * relative) : product;
}

/** weight·ln a, which is 0 for the weight 0 at a = 0 as well. */
const weightedLog = (weight: Num, a: Num): Num => (weight.value === 0 ? num(0) : weight.times(a.log()));

/**
 * Log-likelihood of labels.
 *
 *     Σ_i [y_i ln p_i + (1 − y_i) ln(1 − p_i)]
 *
 * @returns at most 0; −Infinity where a label came that had the probability 0
 */
export const logLikelihood = (y: readonly Num[], p: readonly Num[]): Num =>
  sum(
    p.flatMap((pi, i) => {
      const yi = y[i] as Num;
      return [weightedLog(yi, pi), weightedLog(num(1).minus(yi), num(1).minus(pi))];
    }),
  );

/** p brought to the interval from eps to 1 − eps; NaN stays. */
function clipped(p: Num, eps: Num): Num {
  const top = num(1).minus(eps);
  if (p.value < eps.value) return eps;
  return p.value > top.value ? top : p;
}

/** What keeps the logarithm finite where none is told. */
export const EPS = 1e-12;

/**
 * Binary cross-entropy of predicted probabilities, each clipped to [eps, 1 − eps].
 *
 *     L = −(1/n) Σ_i [y_i ln p_i + (1 − y_i) ln(1 − p_i)]
 *
 * The mean divides by n. The rounding of 1 − (1 − eps) is in its magnitude.
 */
export const binaryCrossEntropy = (y: readonly Num[], p: readonly Num[], eps: Num = num(EPS)): Num =>
  logLikelihood(
    y,
    p.map((pi) => clipped(pi, eps)),
  )
    .negated()
    .over(y.length);
