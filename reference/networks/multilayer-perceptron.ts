/**
 * The multilayer perceptron of sigmoid units that learns digits: how it starts, what its layers give, and its loss.
 */
import { mean, Num } from "../numbers/num.ts";
import { boxMuller, filled } from "./initialisation.ts";
import { oneHot } from "./labels.ts";
import { activations, exampleLoss, type SigmoidNetwork } from "./sigmoid-network.ts";

/**
 * The network at its start, weights out×in, the hidden ones first, row by row; all parameters are fresh leaves.
 *
 *     w = 0.1·√(−2 ln(1 − u))·cos(2πv),  b = 0
 *
 * @param rng uniform numbers in [0, 1)
 */
export function startOf(
  features: number,
  hidden: number,
  classes: number,
  rng: () => number,
): SigmoidNetwork {
  const weight = (): Num => {
    const u = rng();
    const { value, magnitude, roundings } = boxMuller(u, rng()).times(0.1);
    return new Num(value, magnitude, roundings);
  };
  const zeros = (n: number): Num[] => Array.from({ length: n }, () => new Num(0));
  return {
    W1: filled(hidden, features, weight),
    b1: zeros(hidden),
    W2: filled(classes, hidden, weight),
    b2: zeros(classes),
  };
}

/** Activations of both layers for a batch, shapes [n, d] and [n, t]. */
export function layersOf(X: readonly Num[][], p: SigmoidNetwork): { aH: Num[][]; aOut: Num[][] } {
  const all = X.map((x) => activations(x, p));
  return { aH: all.map(({ hidden }) => hidden), aOut: all.map(({ output }) => output) };
}

/**
 * Mean squared error over all examples and outputs.
 *
 *     L = (1/n) Σ_i (1/t) Σ_j (y_ij − a_ij)²
 *
 * @param X images, shape [n, m]
 * @param y labels, shape [n]
 * @see ml_with_pytorch_book_part2, chapter 11
 */
export function mlpLoss(X: readonly Num[][], y: readonly number[], p: SigmoidNetwork): Num {
  const Y = oneHot(y, p.b2.length);
  return mean(X.map((x, i) => exampleLoss(x, Y[i] as Num[], p)));
}
