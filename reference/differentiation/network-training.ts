/**
 * Training of the classifier of networks/softmax-network.ts by full-batch descent with momentum.
 */

import { surelyLargest } from "../networks/labels.ts";
import { crossEntropy, forward, networkFrom, type Parameters } from "../networks/softmax-network.ts";
import { type Num, num } from "../numbers/num.ts";
import { gradient, mapNums, type Tracked } from "../numbers/tracked.ts";
import { CarriedErrors } from "./carried-errors.ts";
import { momentumStep, movedBy } from "./momentum.ts";

type Matrix = readonly (readonly Num[])[];

/** The summed cross-entropy at parameters that come as a list. */
export const lossAt = (X: Matrix, Y: Matrix, params: Parameters): Num =>
  crossEntropy(X, Y, networkFrom(params));

/**
 * The most probable class of each row.
 *
 * @throws Ambiguous if rounding could choose another
 */
export const predictedClasses = (X: Matrix, params: Parameters): number[] =>
  surelyLargest(forward(X, networkFrom(params)).yHat);

/**
 * Iterations from rest, with the loss before the first and after each.
 *
 *     M ← μM − η∇J(θ),   θ ← θ + M
 *
 * Each step is made from plain values, so that its bounds are those of one step. Errors that θ and M bring along are
 * carried by `CarriedErrors`: bounds of a chain of steps would grow with the square of what stands in the network.
 *
 * @param Y one-hot rows, shape [n, c]
 * @returns losses of shape [iterations + 1]
 * @see 01 build and train feedforward nn, 1.8
 */
export function trainedNetwork(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  iterations: number,
  lr: Num,
  mu: Num,
): { readonly params: Parameters; readonly losses: Num[] } {
  const carried = new CarriedErrors(X, Y, start, lr.value, mu.value);
  let theta = asLeaves(start);
  let M = mapNums(theta, () => num(0)) as Parameters;
  let loss = lossAt(X, Y, theta);
  const losses = [loss];
  for (let k = 0; k < iterations; k++) {
    const step = momentumStep(M, gradient(loss, theta) as Parameters, mu, lr);
    const next = movedBy(theta, step);
    carried.through(theta, step, next);
    [theta, M] = [asLeaves(next), asLeaves(step)];
    loss = lossAt(X, Y, theta);
    losses.push(carried.ofLoss(loss, theta));
  }
  return { params: carried.of(theta), losses };
}

/** The same values without what they were made of: a sweep ends here, and bounds begin anew. */
const asLeaves = <T extends Tracked>(tree: T): T => mapNums(tree, ({ value }) => num(value)) as T;
