/** A 2-h-2 network on the source's two clouds, batch by batch, with zeroGrad() at its place, missing, or too late. */
import { type Blobs, splitBlobs } from "../../../reference/data/document-blobs.ts";
import { type Network, networkOf } from "../../../reference/dense/network.ts";
import type { NetworkShape } from "../../../reference/dense/network-shape.ts";
import { adam, descend } from "../../../reference/dense/updates.ts";
import { mean } from "../../../reference/numbers/plain.ts";
import { torchRandom } from "../../../reference/randomness/torch-random.ts";
import { oneHot } from "../../../reference/train/batches.ts";
import { linearLayers } from "../../../reference/train/blobs-adam.ts";
import { knownRuns } from "../known-runs.ts";

export const EPOCHS = 50;
export const BATCH = 20;

export const OPTIMISERS = {
  sgd: { label: "SGD, η = 0.1", isAdam: false, rate: 0.1 },
  adam15: { label: "Adam, η = 0.015", isAdam: true, rate: 0.015 },
  adam1: { label: "Adam, η = 0.001", isAdam: true, rate: 0.001 },
  adam10: { label: "Adam, η = 0.01", isAdam: true, rate: 0.01 },
} as const;

export interface Settings {
  readonly optimiser: keyof typeof OPTIMISERS;
  readonly hidden: number;
  readonly zeroed: "start" | "never" | "between";
  readonly seed: number;
}

export interface Score {
  readonly loss: number;
  /** Share of the examples that are right. */
  readonly accuracy: number;
}

/** The network after an epoch, and what the epoch has reported on its way. */
export interface Stand {
  readonly P: Float64Array;
  readonly train: Score;
  readonly valid: Score;
  /** Mean of the batches' losses, each before its update; none before the first epoch. */
  readonly batches: number | undefined;
  readonly lastBatch: number | undefined;
}

export interface Run {
  readonly valid: Blobs;
  readonly stands: readonly Stand[];
}

export const shapeOf = (hidden: number): NetworkShape => ({
  sizes: [2, hidden, 2],
  activations: ["sigmoid", "identity"],
  loss: "crossEntropy",
  over: "mean",
});

interface Examples {
  readonly X: Float64Array;
  readonly Y: Float64Array;
  readonly labels: ArrayLike<number>;
}
const examplesOf = ({ points, labels }: Blobs): Examples => ({
  X: Float64Array.from(points),
  Y: oneHot(labels, 2),
  labels,
});

function scoreOf(network: Network, P: Float64Array, { X, Y, labels }: Examples): Score {
  const loss = network.loss(P, X, Y);
  const logits = network.forward(P, X);
  let right = 0;
  for (let i = 0; i < labels.length; i++)
    if (logits[2 * i + 1]! > logits[2 * i]! === (labels[i] === 1)) right++;
  return { loss, accuracy: right / labels.length };
}

/** Moves P by the gradient of a batch, as it is held when step() comes. */
function moverOf({ optimiser, zeroed }: Settings, P: Float64Array): (G: Float64Array) => void {
  const { isAdam, rate } = OPTIMISERS[optimiser];
  const held = new Float64Array(P.length);
  const state = { M: held.slice(), V: held.slice(), corrections: new Float64Array(2) };
  return (G) => {
    if (zeroed !== "never") held.fill(0);
    // zeroGrad() between backward() and step() leaves 0.
    if (zeroed !== "between") for (let i = 0; i < held.length; i++) held[i]! += G[i]!;
    if (isAdam) adam(P, state, held, { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, learningRate: rate });
    else descend(P, held, rate);
  };
}

/** The start, and the network after each epoch; rests after each batch. */
function* worked(settings: Settings): Generator<undefined, Run> {
  const { train, test: valid } = splitBlobs();
  const rng = torchRandom(settings.seed);
  const P = linearLayers(rng, settings.hidden);
  const G = new Float64Array(P.length);
  const move = moverOf(settings, P);
  const shape = shapeOf(settings.hidden);
  const [learnt, others] = [examplesOf(train), examplesOf(valid)];
  const n = train.labels.length;
  const networks = new Map(
    [n, valid.labels.length, BATCH, n % BATCH].map((rows) => [rows, networkOf(shape, rows)]),
  );
  const of = (rows: number): Network => networks.get(rows) as Network;
  const standNow = (batches?: number, lastBatch?: number): Stand => ({
    P: P.slice(),
    train: scoreOf(of(n), P, learnt),
    valid: scoreOf(of(valid.labels.length), P, others),
    batches,
    lastBatch,
  });
  const stands = [standNow()];
  const pick = (all: Float64Array, rows: readonly number[]): Float64Array =>
    Float64Array.from({ length: 2 * rows.length }, (_, at) => all[2 * rows[at >> 1]! + (at & 1)]!);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = rng.epochOrder(n);
    const losses: number[] = [];
    for (let first = 0; first < n; first += BATCH) {
      const rows = order.slice(first, first + BATCH);
      losses.push(of(rows.length).gradient(G, P, pick(learnt.X, rows), pick(learnt.Y, rows)));
      move(G);
      yield;
    }
    stands.push(standNow(mean(losses), losses.at(-1)));
  }
  return { valid, stands };
}

export const { steps: runSteps, of: runOf } = knownRuns<Settings, Run>(
  ["optimiser", "hidden", "zeroed", "seed"],
  48,
  worked,
);
