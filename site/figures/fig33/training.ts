/**
 * The networks of the source on two clouds, in plain numbers: with each layer moved before the way back goes on, as its
 * program does, or all of them afterwards.
 */
import { splitBlobs } from "../../../reference/data/document-blobs.ts";
import { layersOf } from "../../../reference/dense/network-shape.ts";
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import { numpyRandom } from "../../../reference/randomness/mersenne-twister.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { blobsShape, documentStart } from "../../../reference/train/blobs.ts";
import { knownRuns } from "../known-runs.ts";

export const EPOCHS = 50;
export const NETS = { shallow: "2–10–2", deep: "2–10–5–2" } as const;
export const SIZES = { shallow: [2, 10, 2], deep: [2, 10, 5, 2] } as const;
export const BATCH = 100;

export interface Settings {
  readonly net: keyof typeof NETS;
  readonly rate: number;
  /** Whether a layer moves before the error goes through its weights. */
  readonly inPlace: boolean;
  /** 0 is the start of the source. */
  readonly seed: number;
}

export interface Examples {
  readonly points: Float64Array;
  readonly labels: Uint8Array;
}

export interface Score {
  /** Mean over examples and outputs. */
  readonly mse: number;
  readonly accuracy: number;
}

export interface Stand {
  readonly P: Float64Array;
  readonly train: Score;
  readonly valid: Score;
}

export interface Run {
  readonly train: Examples;
  readonly valid: Examples;
  readonly stands: readonly Stand[];
}

type Layers = ReturnType<typeof layersOf>;

/** Rows of what each layer gives, and of its errors: room for a batch. */
interface Room {
  readonly A: readonly Float64Array[];
  readonly D: readonly Float64Array[];
}

export const roomFor = (layers: Layers, rows: number): Room => {
  const all = (): Float64Array[] => layers.map(({ outputs }) => new Float64Array(rows * outputs));
  return { A: all(), D: all() };
};

/** What each layer gives for some examples. */
export function forward(layers: Layers, P: Float64Array, X: Float64Array, rows: number, { A }: Room): void {
  let input = X;
  for (const [l, { inputs, outputs, W, b }] of layers.entries()) {
    const a = A[l] as Float64Array;
    for (let r = 0; r < rows; r++)
      for (let k = 0; k < outputs; k++) {
        let z = P[b + k]!;
        for (let j = 0; j < inputs; j++) z += input[r * inputs + j]! * P[W + j * outputs + k]!;
        a[r * outputs + k] = sigmoid(z);
      }
    input = a;
  }
}

/** P ← P − η ∂L/∂P for one layer. */
function moveLayer(
  P: Float64Array,
  { inputs, outputs, W, b }: Layers[0],
  before: Float64Array,
  D: Float64Array,
  rate: number,
): void {
  const rows = D.length / outputs;
  for (let k = 0; k < outputs; k++) {
    let bias = 0;
    for (let r = 0; r < rows; r++) bias += D[r * outputs + k]!;
    P[b + k]! -= rate * bias;
    for (let j = 0; j < inputs; j++) {
      let slope = 0;
      for (let r = 0; r < rows; r++) slope += D[r * outputs + k]! * before[r * inputs + j]!;
      P[W + j * outputs + k]! -= rate * slope;
    }
  }
}

/** D_{l−1} = D_l W_lᵀ ⊙ A_{l−1}(1 − A_{l−1}) */
function errorsBefore(
  P: Float64Array,
  { inputs, outputs, W }: Layers[0],
  D: Float64Array,
  A: Float64Array,
  into: Float64Array,
): void {
  for (let r = 0, at = 0; at < into.length; r++)
    for (let j = 0; j < inputs; j++, at++) {
      let sum = 0;
      for (let k = 0; k < outputs; k++) sum += D[r * outputs + k]! * P[W + j * outputs + k]!;
      into[at] = sum * A[at]! * (1 - A[at]!);
    }
}

/**
 * One step for a batch along 2(a − y)/n, t times the gradient of the mean over all entries, as the source has it.
 *
 *     D_L = (2/n)(A − Y) ⊙ A(1 − A)
 */
function batchStep(layers: Layers, P: Float64Array, batch: Examples, room: Room, of: Settings): void {
  const { A, D } = room;
  const n = batch.labels.length;
  forward(layers, P, batch.points, n, room);
  const [a, d] = [A.at(-1), D.at(-1)] as [Float64Array, Float64Array];
  const outputs = a.length / n;
  for (let at = 0; at < a.length; at++) {
    const y = batch.labels[Math.floor(at / outputs)] === at % outputs ? 1 : 0;
    d[at] = (2 / n) * (a[at]! - y) * a[at]! * (1 - a[at]!);
  }
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l] as Layers[0];
    const [own, before] = [D[l], l > 0 ? A[l - 1] : batch.points] as [Float64Array, Float64Array];
    // The weights of a layer carry its error back: moved first, it is another error.
    if (of.inPlace) moveLayer(P, layer, before, own, of.rate);
    if (l > 0) errorsBefore(P, layer, own, before, D[l - 1] as Float64Array);
    if (!of.inPlace) moveLayer(P, layer, before, own, of.rate);
  }
}

function scoreOf(layers: Layers, P: Float64Array, { points, labels }: Examples, room: Room): Score {
  forward(layers, P, points, labels.length, room);
  const last = room.A.at(-1) as Float64Array;
  let [squares, right] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    for (let k = 0; k < 2; k++) squares += (last[2 * i + k]! - (labels[i] === k ? 1 : 0)) ** 2;
    if (last[2 * i + 1]! > last[2 * i]! === (labels[i] === 1)) right++;
  }
  return { mse: squares / (labels.length * 2), accuracy: right / labels.length };
}

const some = ({ points, labels }: Examples, places: readonly number[]): Examples => ({
  points: Float64Array.from(places.flatMap((i) => [points[2 * i]!, points[2 * i + 1]!])),
  labels: Uint8Array.from(places, (i) => labels[i]!),
});

/** The start, and the network after each epoch; rests after each. */
function* worked(settings: Settings): Generator<undefined, Run> {
  const { train, test: valid } = splitBlobs();
  const shape = blobsShape(SIZES[settings.net]);
  const layers = layersOf(shape);
  const P = documentStart(shape);
  if (settings.seed > 0) {
    const rng = random(settings.seed, "fig33");
    for (const { inputs, outputs, W } of layers)
      for (let at = W; at < W + inputs * outputs; at++) P[at] = 0.1 * normal(rng);
  }
  const rooms = {
    train: roomFor(layers, train.labels.length),
    valid: roomFor(layers, valid.labels.length),
    batch: roomFor(layers, BATCH),
  };
  const standNow = (): Stand => ({
    P: P.slice(),
    train: scoreOf(layers, P, train, rooms.train),
    valid: scoreOf(layers, P, valid, rooms.valid),
  });
  const orders = numpyRandom(0);
  const stands = [standNow()];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = orders.shuffled(train.labels.length);
    for (let first = 0; first + BATCH <= order.length; first += BATCH)
      batchStep(layers, P, some(train, order.slice(first, first + BATCH)), rooms.batch, settings);
    stands.push(standNow());
    yield;
  }
  return { train, valid, stands };
}

export const { steps: runSteps, of: runOf } = knownRuns<Settings, Run>(
  ["net", "rate", "inPlace", "seed"],
  48,
  worked,
);
