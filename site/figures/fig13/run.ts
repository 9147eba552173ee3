/** What fig13 computes: the examples, a run of logistic regression, and where it should end. */

import { type TwoFeatures, tumourData } from "../../../reference/data/tumours.ts";
import { knownRuns } from "../known-runs.ts";
import { paceOf } from "../pace.ts";
import { logisticOptimum } from "./logistic-optimum.ts";
import {
  crossEntropyOf,
  type LogisticRule,
  type LogisticState,
  logisticSteps,
  type Weights,
} from "./logistic-passes.ts";

export const EPOCHS = 5000;
/** The epoch that each frame shows. */
export const PACE = paceOf(EPOCHS, 200);
export const LAST = PACE.length - 1;

export interface Settings extends LogisticRule {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
  readonly seed: number;
}

export interface Run {
  readonly data: TwoFeatures;
  /** One state a frame. */
  readonly states: readonly LogisticState[];
  /** None where a line separates the classes. */
  readonly best: Weights | undefined;
  readonly leastLoss: number | undefined;
}

function* computed({ eta, steps, gradient, w1, w2, b, seed }: Settings): Generator<undefined, Run> {
  const data = examplesOf(seed);
  const best = optimumOf(data);
  return {
    data,
    states: yield* logisticSteps(data, { w1, w2, b }, { eta, steps, gradient }, PACE),
    best,
    leastLoss: best === undefined ? undefined : crossEntropyOf(data, best),
  };
}

/** The run at once, and the same with rests between its parts. */
export const { of: runOf, steps: runSteps } = knownRuns<Settings, Run>(
  ["eta", "steps", "gradient", "w1", "w2", "b", "seed"],
  64,
  computed,
);

let examples: { readonly seed: number; readonly data: TwoFeatures } | undefined;

/** The same object for the same seed, so that what depends on the examples alone is computed once. */
function examplesOf(seed: number): TwoFeatures {
  if (examples?.seed !== seed) examples = { seed, data: tumourData(seed) };
  return examples.data;
}

const optima = new WeakMap<TwoFeatures, { readonly best: Weights | undefined }>();

function optimumOf(data: TwoFeatures): Weights | undefined {
  const known = optima.get(data) ?? { best: logisticOptimum(data) };
  optima.set(data, known);
  return known.best;
}

/** z = w·x + b of every example. */
export const netInputs = ({ x1, x2 }: TwoFeatures, { w1, w2, b }: Weights): Float64Array =>
  x1.map((x, i) => w1 * x + w2 * (x2[i] as number) + b);
