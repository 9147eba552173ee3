/**
 * The perceptron's passes in plain numbers, for pictures: any threshold, any order of the examples.
 *
 * It decides every tie, which perceptron.ts must not; tests hold the two together where both decide.
 */

import { permutation, random } from "../../../reference/randomness/random.ts";
import { atOnce } from "../known-runs.ts";

/** Weights, bias, and what the pass that left them has met. */
export interface Pass {
  readonly w: readonly number[];
  readonly b: number;
  /** Examples that were misclassified when their turn came; each of them moved the weights. 0 for the start. */
  readonly errors: number;
}

export interface Rule {
  /** Learning rate η. */
  readonly eta: number;
  /** Class 1 is predicted for w·x + b ≥ threshold. */
  readonly threshold: number;
  /** `given`; class 0 first, `sorted`; or a new order each pass from `seed`, `shuffled`. */
  readonly order: "given" | "sorted" | "shuffled";
  readonly seed: number;
}

/** ŷ = 1 if w·x + b ≥ threshold, else 0. */
export const predicts = ({ w, b }: Pick<Pass, "w" | "b">, x: readonly number[], threshold: number): 0 | 1 =>
  w.reduce((z, wj, j) => z + wj * (x[j] as number), b) >= threshold ? 1 : 0;

/**
 * Passes over the examples, one step of the learning rule an example.
 *
 *     w ← w + η(y − ŷ)x,   b ← b + η(y − ŷ)
 *
 * @param X examples, shape [n, m]
 * @param y their classes, shape [n]
 * @returns the start, and the state after each pass
 * @see Building FeedForward Networks with Pytorch, class Perceptron
 */
export const passesOf = (...given: Parameters<typeof passed>): readonly Pass[] => atOnce(passed(...given));

/** The same, with a rest after each pass. */
export function* passed(
  X: readonly (readonly number[])[],
  y: readonly number[],
  start: Pick<Pass, "w" | "b">,
  passes: number,
  rule: Rule,
): Generator<undefined, readonly Pass[]> {
  const states: Pass[] = [{ ...start, errors: 0 }];
  const rng = random(rule.seed, "perceptron/order");
  let order = X.map((_, i) => i);
  if (rule.order === "sorted") order.sort((a, c) => (y[a] as number) - (y[c] as number));
  const w = [...start.w];
  let b = start.b;
  for (let pass = 0; pass < passes; pass++) {
    if (rule.order === "shuffled") order = permutation(rng, X.length);
    let errors = 0;
    for (const i of order) {
      const x = X[i] as readonly number[];
      const step = rule.eta * ((y[i] as number) - predicts({ w, b }, x, rule.threshold));
      if (step === 0) continue;
      errors++;
      for (let j = 0; j < w.length; j++) w[j] = (w[j] as number) + step * (x[j] as number);
      b += step;
    }
    states.push({ w: [...w], b, errors });
    yield;
  }
  return states;
}
