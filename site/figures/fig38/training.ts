/** The 2–3–2 network on two circles: a run of full-batch descent with momentum, seen at ever longer intervals. */
import { circlesData } from "../../../reference/data/circles.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import {
  circleAccuracy,
  circleGradient,
  circleLoss,
  momentumStep,
} from "../../../reference/train/circle-net.ts";
import { documentStart } from "../../../reference/train/circles.ts";
import { knownRuns } from "../known-runs.ts";
import { paceOf } from "../pace.ts";

export const MOST_ITERATIONS = 50_000;
/** The iteration that each frame shows. */
export const PACE = paceOf(MOST_ITERATIONS, 120);
/** Gradients of points between two rests: about a millisecond. */
const SLICE = 12_000;

export interface Settings {
  readonly count: number;
  readonly noise: number;
  readonly rate: number;
  readonly mu: number;
  readonly iterations: number;
  /** 0 is the start of the source. */
  readonly seed: number;
}

/** The 17 numbers after an iteration: Wʰ in × out, bʰ, Wᵒ in × out, bᵒ. */
export interface Stand {
  readonly p: Float64Array;
  /** Summed cross-entropy. */
  readonly loss: number;
  readonly accuracy: number;
}

export interface Run {
  readonly points: Float64Array;
  readonly labels: Uint8Array;
  /** One a frame; fewer where it is asked to end sooner, or where the numbers leave for good. */
  readonly stands: readonly Stand[];
}

/** The run; rests every millisecond or so. */
function* worked(settings: Settings): Generator<undefined, Run> {
  const { count, noise, rate, mu, iterations, seed } = settings;
  const { points, labels } = circlesData(seed, count, 0.1, noise);
  const rng = random(seed, "circles/start");
  const p = Float64Array.from(documentStart, (start) => (seed === 0 ? start : normal(rng)));
  const [M, gradient] = [new Float64Array(17), new Float64Array(17)];
  const standNow = (): Stand => ({
    p: p.slice(),
    loss: circleLoss(p, points, labels),
    accuracy: circleAccuracy(p, points, labels),
  });
  const stands = [standNow()];
  let work = 0;
  for (let frame = 1, done = 0; frame < PACE.length && (PACE[frame] as number) <= iterations; frame++) {
    for (; done < (PACE[frame] as number); done++) {
      circleGradient(p, points, labels, gradient);
      momentumStep(p, M, gradient, rate, mu);
      work += count;
      if (work < SLICE) continue;
      work = 0;
      yield;
    }
    const stand = standNow();
    if (!Number.isFinite(stand.loss)) break;
    stands.push(stand);
  }
  return { points, labels, stands };
}

export const { steps: runSteps, of: runOf } = knownRuns<Settings, Run>(
  ["count", "noise", "rate", "mu", "iterations", "seed"],
  48,
  worked,
);

/** The last iteration that is shown at which the loss was still above a quarter of its start; none if it always was. */
export function leavesPlateau({ stands }: Run): number | undefined {
  const quarter = (stands[0]?.loss ?? 0) / 4;
  const below = stands.findIndex(({ loss }) => loss < quarter);
  return below < 0 ? undefined : below;
}
