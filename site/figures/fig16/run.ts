/** What fig16 computes: two clouds, one of which the reader moves, and the passes of the perceptron over them. */
import { twoBlobs } from "../../../reference/data/document-data.ts";
import { numpyRandom } from "../../../reference/randomness/mersenne-twister.ts";
import type { Point } from "../half-plane.ts";
import { knownRuns } from "../known-runs.ts";
import { type Pass, passed, predicts, type Rule } from "./perceptron-passes.ts";

export const PASSES = 40;

export interface Settings extends Omit<Rule, "threshold" | "seed"> {
  readonly threshold: "zero" | "half";
  readonly start: "zero" | "normal";
  /** How far class 1 has been moved: nothing, or two numbers. */
  readonly moved: readonly number[];
  readonly seed: number;
}

/** A pass, and how many examples its weights get wrong once it is over. */
export interface Outcome extends Pass {
  readonly wrong: number;
}

export interface Run {
  readonly X: readonly Point[];
  readonly y: readonly (0 | 1)[];
  readonly threshold: number;
  /** The start, and what each pass left. */
  readonly outcomes: readonly Outcome[];
  /** The middle of class 1 where the seed has put it, and where it is now. */
  readonly home: Point;
  readonly middle: Point;
  /** Least and largest coordinates before anything was moved. */
  readonly low: Point;
  readonly high: Point;
}

function* computed({ moved, seed, threshold, start, ...rule }: Settings): Generator<undefined, Run> {
  const { X: drawn, y } = twoBlobs(seed);
  const [dx = 0, dy = 0] = moved;
  const X = drawn.map(([x1, x2], i): Point => (y[i] === 1 ? [x1 + dx, x2 + dy] : [x1, x2]));
  const th = threshold === "half" ? 0.5 : 0;
  yield;
  const passes = yield* passed(X, y, startOf(start), PASSES, { ...rule, threshold: th, seed });
  const outcomes: Outcome[] = [];
  for (const pass of passes) {
    outcomes.push({ ...pass, wrong: X.filter((x, i) => predicts(pass, x, th) !== y[i]).length });
    yield;
  }
  const home = middleOf(drawn.filter((_, i) => y[i] === 1));
  const along = (j: 0 | 1): number[] => drawn.map((x) => x[j]);
  return {
    X,
    y,
    threshold: th,
    outcomes,
    home,
    middle: [home[0] + dx, home[1] + dy],
    low: [Math.min(...along(0)), Math.min(...along(1))],
    high: [Math.max(...along(0)), Math.max(...along(1))],
  };
}

/** The run at once, and the same with rests between its parts. */
export const { of: runOf, steps: runSteps } = knownRuns<Settings, Run>(
  ["moved", "seed", "threshold", "start", "eta", "order"],
  8,
  computed,
);

/** N(0, 0.01²) from NumPy's seed 1, as the document draws its weights; the bias starts at 0. */
function startOf(start: "zero" | "normal"): Pick<Pass, "w" | "b"> {
  const rng = numpyRandom(1);
  return { w: start === "zero" ? [0, 0] : [0.01 * rng.normal(), 0.01 * rng.normal()], b: 0 };
}

const middleOf = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
