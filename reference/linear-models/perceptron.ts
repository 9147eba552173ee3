/**
 * Rosenblatt's perceptron with classes 0 and 1: net input, unit step, and the learning rule.
 */
import { Ambiguous, atLeast, isShort } from "../numbers/ambiguous.ts";
import { dot, Num } from "../numbers/num.ts";

/** Weights and bias. */
export interface Perceptron {
  readonly w: readonly Num[];
  readonly b: Num;
}

/**
 * Class of an example.
 *
 *     z = w·x + b,   ŷ = 1 if z ≥ 0, else 0
 *
 * The boundary z = 0 belongs to class 1; the threshold sits in b and is not counted a second time.
 *
 * @param x one example, shape [m]
 * @throws Ambiguous if z is within rounding of 0
 */
export function classOf({ w, b }: Perceptron, x: readonly Num[]): 0 | 1 {
  const z = dot(w, x).plus(b);
  if (z.value === 0 && !isExactlyZero({ w, b }, x)) throw new Ambiguous("a net input rounded to 0");
  return atLeast(z, new Num(0)) ? 1 : 0;
}

/** A net input of 0 by every route: each term is 0, or made of short numbers. */
const isExactlyZero = ({ w, b }: Perceptron, x: readonly Num[]): boolean =>
  isShort(b) &&
  w.every((wj, j) => {
    const xj = x[j] as Num;
    return wj.value === 0 || xj.value === 0 || (isShort(wj) && isShort(xj));
  });

/** y − ŷ: 1 for a missed class 1, −1 for a missed class 0, else 0. */
const missOf = (now: Perceptron, x: readonly Num[], target: number): number => target - classOf(now, x);

/** A right prediction leaves the numbers as they are, without a rounding. */
function moved({ w, b }: Perceptron, x: readonly Num[], miss: number, lr: Num): Perceptron {
  if (miss === 0) return { w, b };
  const step = lr.times(miss);
  return { w: w.map((wj, j) => wj.plus(step.times(x[j] as Num))), b: b.plus(step) };
}

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
export const perceptronUpdate = (now: Perceptron, x: readonly Num[], target: number, lr: Num): Perceptron =>
  moved(now, x, missOf(now, x, target), lr);

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
  start: Perceptron,
  lr: Num,
  passes: number,
): Perceptron & { readonly errors: readonly Num[] } {
  let now = start;
  const errors: Num[] = [];
  for (let pass = 0; pass < passes; pass++) {
    let missed = 0;
    for (const [i, x] of X.entries()) {
      const miss = missOf(now, x, y[i] as number);
      if (miss !== 0) missed++;
      now = moved(now, x, miss, lr);
    }
    errors.push(new Num(missed));
  }
  return { ...now, errors };
}
