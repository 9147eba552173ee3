/** What fig24 computes: passes of Adaline with all examples a step, a few, or one. */

import { piecesOf } from "../../../reference/data/mini-batches.ts";
import {
  meanSquare,
  type Place,
  passesOver,
  stepFrom,
} from "../../../reference/linear-models/adaline-plain.ts";
import { numpyRandom } from "../../../reference/randomness/mersenne-twister.ts";
import { knownRuns } from "../known-runs.ts";
import { twoClouds } from "../two-clouds.ts";

export const PASSES = 20;
export const COUNT = 1000;
/** Places on the way that are drawn, at most so many a pass. */
const DRAWN = 50;
/** A loss beyond it belongs to a run that has left for good. */
const LOST = 1e9;

/** Weights and bias of the page's example. */
export const PAGE_START = [-0.05, 0.05, 0.25] as const;

export interface Settings {
  /** Where the runs begin: at `start`, two weights and a bias, or near 0 by the seed. */
  readonly begin: "page" | "seed";
  readonly start: readonly number[];
  readonly eta: number;
  readonly size: number;
  readonly shuffle: boolean;
  readonly seed: number;
}

/** A run after so many passes: where it is, and its way since the pass before. */
export interface Stand extends Place {
  /** The loss over all examples. */
  readonly loss: number;
  readonly way: readonly (readonly [number, number])[];
}

export interface Run {
  readonly size: number;
  /** Steps a pass. */
  readonly steps: number;
  /** The start, and what each pass left; shorter where the run has gone away. */
  readonly stands: readonly Stand[];
}

interface Drawn {
  readonly start: Place;
  readonly orders: readonly (readonly number[])[];
}

/** Start and orders from one stream: each order shuffles the last one, as the document does. */
function drawnFrom(seed: number): Drawn {
  const rng = numpyRandom(seed);
  const start = { w: [0.01 * rng.normal(), 0.01 * rng.normal()], b: 0 };
  const orders: (readonly number[])[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const last = orders.at(-1);
    orders.push(rng.shuffled(COUNT).map((i) => last?.[i] ?? i));
  }
  return { start, orders };
}

const GIVEN = Array.from({ length: COUNT }, (_, i) => i);

/** One run; rests after each pass. */
function* computed({ begin, start: given, eta, size, shuffle, seed }: Settings): Generator<undefined, Run> {
  const data = twoClouds();
  const { start: drawn, orders } = drawnFrom(seed);
  // A link may bring fewer numbers: the others are the page's.
  const [w1, w2, b0] = PAGE_START.map((one, k) => given[k] ?? one) as [number, number, number];
  const start: Place = begin === "seed" ? drawn : { w: [w1, w2], b: b0 };
  const steps = Math.ceil(COUNT / size);
  const every = Math.ceil(steps / DRAWN);
  let at: Place = start;
  const stands: Stand[] = [{ ...at, loss: meanSquare(data, at), way: [] }];
  for (const order of orders) {
    const way: (readonly [number, number])[] = [];
    let step = 0;
    const { w, b } = passesOver(
      { ...data, w0: [...at.w], b0: at.b, lr: eta },
      [piecesOf(shuffle ? order : GIVEN, size)],
      (batch, before) => {
        const after = stepFrom(batch, before);
        step++;
        if (step % every === 0 || step === steps) way.push([after.w[0] as number, after.w[1] as number]);
        return after;
      },
    );
    at = { w, b };
    const loss = meanSquare(data, at);
    if (!(loss < LOST)) break;
    stands.push({ ...at, loss, way });
    yield;
  }
  return { size, steps, stands };
}

/** A slider that moves one of three leaves the others as they are. */
const { steps: runSteps } = knownRuns<Settings, Run>(
  ["begin", "start", "eta", "size", "shuffle", "seed"],
  48,
  computed,
);

/** The three runs that are compared. */
export function* threeRuns(settings: Settings): Generator<undefined, readonly Run[]> {
  const runs: Run[] = [];
  for (const size of [COUNT, settings.size, 1]) runs.push(yield* runSteps({ ...settings, size }));
  return runs;
}

/** One step more, for an example that has come in. */
export const afterOneMore = ({ w, b }: Place, eta: number): Place => {
  const { X, y } = twoClouds();
  return stepFrom({ X: X.slice(0, 1), y: y.slice(0, 1), lr: eta }, { w: [...w], b });
};
