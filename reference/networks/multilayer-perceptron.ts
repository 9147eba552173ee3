/**
 * The multilayer perceptron of sigmoid units that learns digits: how it starts, its loss, and how many it meets.
 */
import { atLeast } from "../numbers/ambiguous.ts";
import { mean, Num, num } from "../numbers/num.ts";
import { boxMuller, filled } from "./initialisation.ts";
import { oneHot } from "./labels.ts";
import { exampleLoss, type SigmoidNetwork } from "./sigmoid-network.ts";

/** A network with weights out×in as they are drawn, the hidden ones first, row by row; biases 0. */
export function drawnNetwork(
  features: number,
  hidden: number,
  classes: number,
  weight: () => Num,
): SigmoidNetwork {
  const zeros = (n: number): Num[] => Array.from({ length: n }, () => new Num(0));
  return {
    W1: filled(hidden, features, weight),
    b1: zeros(hidden),
    W2: filled(classes, hidden, weight),
    b2: zeros(classes),
  };
}

/** The next normal number, of the next two uniform ones. */
export function nextNormal(rng: () => number): Num {
  const u = rng();
  return boxMuller(u, rng());
}

/**
 * The network at its start; all parameters are fresh leaves.
 *
 *     w = 0.1·√(−2 ln(1 − u))·cos(2πv),  b = 0
 *
 * @param rng uniform numbers in [0, 1)
 */
export const startOf = (
  features: number,
  hidden: number,
  classes: number,
  rng: () => number,
): SigmoidNetwork =>
  drawnNetwork(features, hidden, classes, () => {
    const { value, magnitude, roundings } = nextNormal(rng).times(0.1);
    return new Num(value, magnitude, roundings);
  });

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

/**
 * The share of examples whose largest output is at the label; of equal ones the first counts.
 *
 * @throws Ambiguous if rounding could make another output the largest
 */
export const shareMet = (outputs: readonly Num[][], y: readonly number[]): Num =>
  mean(
    outputs.map((row, i) => {
      const best = row.reduce((k, a, j) => (atLeast(row[k] as Num, a) ? k : j), 0);
      return num(best === y[i] ? 1 : 0);
    }),
  );
