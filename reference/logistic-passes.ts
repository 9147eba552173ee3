/**
 * Logistic regression with two features in plain numbers, for pictures: whole runs with the right gradient, with the
 * one of the document's code, an example or the whole batch at a time.
 *
 * Tests hold it to bceWithLogits of logistic.ts and to the run of train/logistic.ts.
 */
import type { TwoFeatures } from "./train/data/tumours.ts";
import { sigmoid, softplus } from "./train/sigmoid.ts";

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
  const states: LogisticState[] = [];
  let now = start;
  let epoch = 0;
  for (const wanted of epochs) {
    for (; epoch < wanted; epoch++) now = passed(data, now, rule).after;
    const { after, loss: passLoss } = passed(data, now, rule, true);
    states.push({ ...now, epoch, loss: crossEntropyOf(data, now), passLoss });
    now = after;
    epoch++;
  }
  return states;
}

/** One pass over the examples, and the sum of their losses on the way where it is wanted. */
function passed(
  { x1, x2, y }: TwoFeatures,
  start: Weights,
  { eta, steps, gradient }: LogisticRule,
  wantsLoss = false,
): { readonly after: Weights; readonly loss: number } {
  let { w1, w2, b } = start;
  let loss = 0;
  const isBatch = steps === "batch";
  const isScalar = gradient === "scalar";
  const scale = isBatch ? eta / y.length : eta;
  let [d1, d2, db] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const [a, c, label] = [x1[i]!, x2[i]!, y[i]!];
    const z = w1 * a + w2 * c + b;
    if (wantsLoss) loss += softplus(z) - label * z;
    const step = scale * (sigmoid(z) - label);
    const both = isScalar ? (step * (a + c)) / 2 : 0;
    d1 += isScalar ? both : step * a;
    d2 += isScalar ? both : step * c;
    db += step;
    if (isBatch) continue;
    w1 -= d1;
    w2 -= d2;
    b -= db;
    d1 = 0;
    d2 = 0;
    db = 0;
  }
  return { after: isBatch ? { w1: w1 - d1, w2: w2 - d2, b: b - db } : { w1, w2, b }, loss };
}
