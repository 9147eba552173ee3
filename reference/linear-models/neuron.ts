/**
 * A neuron with classes 0 and 1: net input, unit step, and the threshold as a bias.
 */
import { atLeast, doubt, isShort } from "../numbers/ambiguous.ts";
import { dot, Num } from "../numbers/num.ts";

/** Weights and bias. */
export interface Neuron {
  readonly w: readonly Num[];
  readonly b: Num;
}

/**
 * Net inputs of the examples.
 *
 *     z_i = w·x_i + b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param w weights, shape [m]
 * @returns shape [n]
 */
export const netInputs = (X: readonly (readonly Num[])[], w: readonly Num[], b: Num): Num[] =>
  X.map((x) => dot(x, w).plus(b));

/**
 * The unit step: 1 if z ≥ θ, else 0.
 *
 * @throws Ambiguous if z is within rounding of θ and not equal
 */
export const unitStep = (z: Num, threshold: Num): 0 | 1 => (atLeast(z, threshold) ? 1 : 0);

/**
 * The bias that stands for a threshold.
 *
 *     w·x ≥ θ   where   w·x + b ≥ 0   for b = −θ
 */
export const thresholdToBias = (threshold: Num): Num => threshold.negated();

/**
 * The net input of an example, to be compared with a threshold.
 *
 * @param x one example, shape [m]
 * @throws Ambiguous if it is the threshold by rounding alone
 */
export function decidedNet({ w, b }: Neuron, x: readonly Num[], threshold: Num): Num {
  const z = dot(w, x).plus(b);
  if (z.value === threshold.value && !isExact({ w, b }, x)) doubt("a net input rounded to its threshold");
  return z;
}

/** A net input that is the same by every route: each term is 0, or made of short numbers. */
const isExact = ({ w, b }: Neuron, x: readonly Num[]): boolean =>
  isShort(b) &&
  w.every((wj, j) => {
    const xj = x[j] as Num;
    return wj.value === 0 || xj.value === 0 || (isShort(wj) && isShort(xj));
  });

/**
 * Weights after a step toward an example, such as one of class 1 that was missed.
 *
 *     w′ = w + η x
 *
 * @see Building FeedForward Networks with Pytorch, update_weights
 */
export const movedToward = (w: readonly Num[], x: readonly Num[], lr: Num): Num[] =>
  w.map((wj, j) => wj.plus(lr.times(x[j] as Num)));

/** Weights and bias after such a step; a negative one leads away. */
export const moved = ({ w, b }: Neuron, x: readonly Num[], step: Num): Neuron => ({
  w: movedToward(w, x, step),
  b: b.plus(step),
});

/**
 * Class of an example.
 *
 *     z = w·x + b,   ŷ = 1 if z ≥ θ, else 0
 *
 * The boundary belongs to class 1. A threshold that sits in b already is not handed over a second time.
 *
 * @param x one example, shape [m]
 * @throws Ambiguous if z is within rounding of θ
 */
export const classOf = (neuron: Neuron, x: readonly Num[], threshold = new Num(0)): 0 | 1 =>
  unitStep(decidedNet(neuron, x, threshold), threshold);
