/**
 * The perceptron with labels −1 and 1: descent on the perceptron loss, example by example.
 */
import { atLeast } from "../numbers/ambiguous.ts";
import { mean, type Num, num } from "../numbers/num.ts";
import { decidedNet, moved, type Neuron } from "./neuron.ts";

type Vector = readonly Num[];

/** y·(w·x + b), with 0 told from what rounds to it. */
const marginOf = (now: Neuron, x: Vector, y: number): Num => decidedNet(now, x, num(0)).times(y);

/**
 * One step against the subgradient of the perceptron loss; z = 0 counts as an error.
 *
 *     w ← w + η y x,   b ← b + η y   where y z ≤ 0
 *
 * @param x one example, shape [m]
 * @param y its label, −1 or 1
 * @throws Ambiguous if z is within rounding of 0
 */
export function signedStep(now: Neuron, x: Vector, y: number, lr: Num): Neuron & { readonly loss: Num } {
  const margin = marginOf(now, x, y);
  if (!atLeast(num(0), margin)) return { ...now, loss: num(0) };
  return { ...moved(now, x, lr.times(y)), loss: num(0).minus(margin) };
}

/**
 * Epochs over the examples in the given order, one step an example.
 *
 * @param X examples, shape [n, m]
 * @param y their labels, shape [n]
 * @returns the perceptron after the last epoch, and for each epoch the mean of the losses that its examples had when
 *   their turn came
 * @throws Ambiguous if any z on the way is within rounding of 0
 * @see Machine Learning Visualized, 0.5.9
 */
export function fitSignedPerceptron(
  X: readonly Vector[],
  y: readonly number[],
  start: Neuron,
  lr: Num,
  epochs: number,
): Neuron & { readonly losses: readonly Num[] } {
  let now = start;
  const losses: Num[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const met = X.map((x, i) => {
      const { loss, ...after } = signedStep(now, x, y[i] as number, lr);
      now = after;
      return loss;
    });
    losses.push(mean(met));
  }
  return { ...now, losses };
}
