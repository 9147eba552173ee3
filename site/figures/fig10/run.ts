/** What fig10 computes: the towns, the run, and the best weights beside it. */
import { housingData } from "../../../reference/data/housing.ts";
import { linearFit } from "../../../reference/linear-models/normal-equations.ts";
import { meanSquaredError, r2Score } from "../../../reference/linear-models/scores.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { remembered } from "../frame/remembered.ts";
import { knownRuns } from "../known-runs.ts";
import { paceOf } from "../pace.ts";
import { type Cut, cutsOfSteps, predicted, type Rows, trained, type Way, type Weights } from "./training.ts";

export const STEPS = 1000;
/** The step that each frame shows. */
export const PACE = paceOf(STEPS, 100);
export const LAST = PACE.length - 1;
/** Examples to learn from; the others are for the score. */
const LEARNT = 354;

interface Towns {
  readonly X: Rows;
  readonly y: readonly number[];
  readonly others: { readonly X: Rows; readonly y: readonly number[] };
  /** By the normal equations, and how good they are. */
  readonly best: Weights;
  readonly bestScore: Score;
}

const townsOf = remembered((seed: number): Towns => {
  const { X, y } = housingData(seed);
  const [own, targets] = [X.slice(0, LEARNT), [...y].slice(0, LEARNT)];
  const best = linearFit(
    own.map((row) => Array.from(row, (x) => new Num(x))),
    targets.map((yi) => new Num(yi)),
  );
  const others = { X: X.slice(LEARNT), y: [...y].slice(LEARNT) };
  const weights = Float64Array.from(best, ({ value }) => value);
  return { X: own, y: targets, others, best: weights, bestScore: scoreOf({ others }, weights) };
});

/** How good weights are on towns that they have not seen. */
export interface Score {
  readonly predictions: readonly number[];
  readonly error: number;
  readonly r2: number;
}

export function scoreOf({ others: { X, y } }: Pick<Towns, "others">, w: Weights): Score {
  const predictions = X.map((x) => predicted(x, w));
  const [right, ours] = [y, predictions].map((all) => all.map((each) => new Num(each))) as [Num[], Num[]];
  return { predictions, error: meanSquaredError(right, ours).value, r2: r2Score(right, ours).value };
}

export interface Run {
  readonly towns: Towns;
  readonly weights: readonly Weights[];
  readonly cuts: readonly Cut[];
  /** Mean squared error over the towns that are learnt from, at each frame. */
  readonly errors: readonly number[];
  readonly diverges: boolean;
}

type Settings = Way & { readonly data: number };

function* computed(way: Settings): Generator<undefined, Run> {
  const towns = townsOf(way.data);
  yield;
  const weights = yield* trained(towns.X, towns.y, way, STEPS);
  yield;
  const errorOf = (w: Weights): number =>
    towns.X.reduce((sum, x, i) => sum + (predicted(x, w) - (towns.y[i] as number)) ** 2, 0) / towns.X.length;
  return {
    towns,
    weights,
    cuts: cutsOfSteps(towns.X.length, way, STEPS),
    errors: PACE.filter((step) => step < weights.length).map((step) => errorOf(weights[step] as Weights)),
    diverges: weights.length <= STEPS,
  };
}

/** The run at once, and the same with rests between its parts. */
export const { of: runOf, steps: runSteps } = knownRuns<Settings, Run>(
  ["size", "rate", "of", "shrinks", "seed", "data"],
  8,
  computed,
);

/** The step that a frame shows; a run that has diverged stays at its end. */
export const stepAt = ({ weights }: Run, frame: number): number =>
  Math.min(PACE[frame] as number, weights.length - 1);
