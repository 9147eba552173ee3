/**
 * Adaline: a neuron that learns by its net input, with the mean squared error, and classifies by a threshold.
 */
import { mean, type Num } from "../numbers/num.ts";
import { type Neuron, netInputs } from "./neuron.ts";
import { meanSquaredError } from "./scores.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/**
 * Mean squared error of the net inputs.
 *
 *     L = (1/n) Σ_i (y_i − z_i)²,   z_i = w·x_i + b
 *
 * The mean divides by n, not by 2n.
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y labels, shape [n]
 */
export const adalineLoss = (X: Matrix, y: Vector, { w, b }: Neuron): Num =>
  meanSquaredError(y, netInputs(X, w, b));

/** y_i − z_i */
const errorsOf = (X: Matrix, y: Vector, { w, b }: Neuron): Num[] =>
  netInputs(X, w, b).map((z, i) => (y[i] as Num).minus(z));

/**
 * One step of descent, with all errors from before it.
 *
 *     w′_j = w_j + (2η/n) Σ_i (y_i − z_i) x_ij,   b′ = b + (2η/n) Σ_i (y_i − z_i)
 *
 * With a single example it is the rule of Widrow and Hoff.
 *
 * @param X the examples of the step, shape [n, m]
 * @see Building FeedForward Networks with Pytorch, (Full batch) gradient descent
 */
export function adalineStep(X: Matrix, y: Vector, at: Neuron, lr: Num): Neuron {
  const errors = errorsOf(X, y, at);
  const along = lr.times(2);
  return {
    w: at.w.map((wj, j) =>
      wj.plus(along.times(mean(errors.map((e, i) => e.times((X[i] as Vector)[j] as Num))))),
    ),
    b: at.b.plus(along.times(mean(errors))),
  };
}

/**
 * Passes over the examples, each cut into batches, with one step a batch.
 *
 * @param passes for each pass its batches, each the places of its examples
 * @returns losses[k], the mean of the squared errors that pass k meets, each before the step of its batch
 * @throws RangeError if a loss is no finite number
 */
export function fitAdaline(
  X: Matrix,
  y: Vector,
  start: Neuron,
  lr: Num,
  passes: readonly (readonly (readonly number[])[])[],
): Neuron & { readonly losses: Num[] } {
  let now = start;
  const losses: Num[] = [];
  for (const batches of passes) {
    const met: Num[] = [];
    for (const places of batches) {
      const [rows, labels] = [places.map((i) => X[i] as Vector), places.map((i) => y[i] as Num)];
      met.push(...errorsOf(rows, labels, now).map((e) => e.squared()));
      now = adalineStep(rows, labels, now, lr);
    }
    losses.push(finite(mean(met)));
  }
  return { ...now, losses };
}

function finite(loss: Num): Num {
  if (Number.isFinite(loss.value)) return loss;
  throw new RangeError(`fitAdaline: a loss that is finite, got ${loss.value}`);
}
