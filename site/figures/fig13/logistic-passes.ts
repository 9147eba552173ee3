/**
 * Logistic regression with two features in plain numbers, for pictures: whole runs with the right gradient, with the
 * one of the document's code, an example or the whole batch at a time.
 *
 * Tests hold it to bceWithLogits of reference/linear-models/logistic.ts and to the run of reference/train/logistic.ts.
 */
import type { TwoFeatures } from "../../../reference/data/tumours.ts";
import { sigmoid, softplus } from "../../../reference/numbers/sigmoid.ts";
import { atOnce } from "../known-runs.ts";

export interface Weights {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

export interface LogisticRule {
  /** Learning rate η. */
  readonly eta: number;
  /** One step an example, in the given order; or one step an epoch along the mean gradient. */
  readonly steps: "example" | "batch";
  /**
   * `vector`: (ŷ − y)x, one entry a weight. `scalar`: the mean over the entries of that, the same number for both
   * weights, as the document's code takes it.
   */
  readonly gradient: "vector" | "scalar";
}

/** Where a run stands at the start of an epoch. */
export interface LogisticState extends Weights {
  readonly epoch: number;
  /** Binary cross-entropy of these weights, the mean over the examples. */
  readonly loss: number;
  /** The sum that the document prints for this epoch: each example's loss just before its own step. */
  readonly passLoss: number;
}

/**
 * Binary cross-entropy, the mean over the examples.
 *
 *     L = (1/n) Σ_i [ln(1 + e^(z_i)) − y_i z_i],   z_i = w·x_i + b
 */
export function crossEntropyOf({ x1, x2, y }: TwoFeatures, { w1, w2, b }: Weights): number {
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    const z = w1 * x1[i]! + w2 * x2[i]! + b;
    total += softplus(z) - y[i]! * z;
  }
  return total / y.length;
}

/** Share of the examples whose p is on the side of their label; p = ½ counts as 1. */
export function shareRight({ x1, x2, y }: TwoFeatures, { w1, w2, b }: Weights): number {
  let right = 0;
  for (let i = 0; i < y.length; i++) if (w1 * x1[i]! + w2 * x2[i]! + b >= 0 === (y[i] === 1)) right++;
  return right / y.length;
}

/**
 * The gradient of the cross-entropy.
 *
 *     ∂L/∂w_j = (1/n) Σ_i (ŷ_i − y_i) x_ij,   ∂L/∂b = (1/n) Σ_i (ŷ_i − y_i)
 */
export function slopeOfCrossEntropy({ x1, x2, y }: TwoFeatures, { w1, w2, b }: Weights): Weights {
  let [d1, d2, db] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const error = (sigmoid(w1 * x1[i]! + w2 * x2[i]! + b) - y[i]!) / y.length;
    d1 += error * x1[i]!;
    d2 += error * x2[i]!;
    db += error;
  }
  return { w1: d1, w2: d2, b: db };
}

/**
 * States at the start of the epochs asked for.
 *
 *     w ← w − η (ŷ_i − y_i) x_i,   b ← b − η (ŷ_i − y_i)     an example at a time
 *     w ← w − η (1/n) Σ_i (ŷ_i − y_i) x_i,   b likewise     the batch at a time
 *
 * @param epochs ascending
 * @see Machine Learning Visualized, 0.4.7 to 0.4.10
 */
export function logisticRun(
  data: TwoFeatures,
  start: Weights,
  rule: LogisticRule,
  epochs: readonly number[],
): readonly LogisticState[] {
  return atOnce(logisticSteps(data, start, rule, epochs));
}

/** The same run, which rests after each state. */
export function* logisticSteps(
  data: TwoFeatures,
  start: Weights,
  rule: LogisticRule,
  epochs: readonly number[],
): Generator<undefined, readonly LogisticState[]> {
  const pass = passesOf(data, rule);
  const states: LogisticState[] = [];
  const now = { ...start };
  let epoch = 0;
  for (const wanted of epochs) {
    for (; epoch < wanted; epoch++) pass(now, false);
    const { w1, w2, b } = now;
    const loss = crossEntropyOf(data, now);
    const passLoss = pass(now, true);
    states.push({ w1, w2, b, epoch, loss, passLoss });
    epoch++;
    yield;
  }
  return states;
}

/** @returns a pass over the examples that moves the weights, and gives the losses on the way where they are wanted */
function passesOf({ x1, x2, y }: TwoFeatures, { eta, steps, gradient }: LogisticRule) {
  const n = y.length;
  // What an error is multiplied by: the inputs, or their mean for both weights.
  const means = x1.map((x, i) => (x + x2[i]!) / 2);
  const [g1, g2] = gradient === "scalar" ? [means, means] : [x1, x2];
  const lossAt = (z: number, i: number): number => softplus(z) - y[i]! * z;

  return steps === "example"
    ? (now: { w1: number; w2: number; b: number }, wantsLoss: boolean): number => {
        let { w1, w2, b } = now;
        let loss = 0;
        for (let i = 0; i < n; i++) {
          const z = w1 * x1[i]! + w2 * x2[i]! + b;
          if (wantsLoss) loss += lossAt(z, i);
          const step = eta * (sigmoid(z) - y[i]!);
          w1 -= step * g1[i]!;
          w2 -= step * g2[i]!;
          b -= step;
        }
        Object.assign(now, { w1, w2, b });
        return loss;
      }
    : (now: { w1: number; w2: number; b: number }, wantsLoss: boolean): number => {
        const { w1, w2, b } = now;
        let [d1, d2, db, loss] = [0, 0, 0, 0];
        for (let i = 0; i < n; i++) {
          const z = w1 * x1[i]! + w2 * x2[i]! + b;
          if (wantsLoss) loss += lossAt(z, i);
          const error = sigmoid(z) - y[i]!;
          d1 += error * g1[i]!;
          d2 += error * g2[i]!;
          db += error;
        }
        const rate = eta / n;
        Object.assign(now, { w1: w1 - rate * d1, w2: w2 - rate * d2, b: b - rate * db });
        return loss;
      };
}
