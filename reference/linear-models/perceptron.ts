/**
 * Rosenblatt's perceptron with classes 0 and 1: the learning rule of a neuron with a unit step.
 */
import { Num } from "../numbers/num.ts";
import { classOf, moved, type Neuron } from "./neuron.ts";

/** y − ŷ: 1 for a missed class 1, −1 for a missed class 0, else 0. */
const missOf = (now: Neuron, x: readonly Num[], target: number): number => target - classOf(now, x);

/** A right prediction leaves the numbers as they are, without a rounding. */
const corrected = ({ w, b }: Neuron, x: readonly Num[], miss: number, lr: Num): Neuron =>
  miss === 0 ? { w, b } : moved({ w, b }, x, lr.times(miss));

/**
 * One step of the learning rule, with ŷ from the weights before the step.
 *
 *     w ← w + η(y − ŷ)x,   b ← b + η(y − ŷ)
 *
 * @param x one example, shape [m]
 * @param target its class, 0 or 1
 * @param lr learning rate η
 * @throws Ambiguous if z is within rounding of 0
 * @see Building FeedForward Networks with Pytorch, "The perceptron learning rule"
 */
export const perceptronUpdate = (now: Neuron, x: readonly Num[], target: number, lr: Num): Neuron =>
  corrected(now, x, missOf(now, x, target), lr);

/**
 * Passes over the examples in the given order, one step an example.
 *
 * @param X examples, shape [n, m]
 * @param y their classes, shape [n]
 * @param passes how often the examples are gone through
 * @returns the perceptron after the last pass, and how many examples each pass found misclassified when their
 *   turn came
 * @throws Ambiguous if any z on the way is within rounding of 0
 * @see Building FeedForward Networks with Pytorch, class Perceptron
 */
export function fitPerceptron(
  X: readonly (readonly Num[])[],
  y: readonly number[],
  start: Neuron,
  lr: Num,
  passes: number,
): Neuron & { readonly errors: readonly Num[] } {
  let now = start;
  const errors: Num[] = [];
  for (let pass = 0; pass < passes; pass++) {
    let missed = 0;
    for (const [i, x] of X.entries()) {
      const miss = missOf(now, x, y[i] as number);
      if (miss !== 0) missed++;
      now = corrected(now, x, miss, lr);
    }
    errors.push(new Num(missed));
  }
  return { ...now, errors };
}
