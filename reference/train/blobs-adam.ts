/** A network with Adam, as the document trains it with a library, and its random numbers. */

import { type Blobs, splitBlobs } from "../data/document-blobs.ts";
import { networkOf } from "../dense/network.ts";
import type { NetworkShape } from "../dense/network-shape.ts";
import { adam } from "../dense/updates.ts";
import { type TorchRandom, torchRandom } from "../randomness/torch-random.ts";
import { oneHot } from "./batches.ts";
import type { Model, Training } from "./training.ts";

const rates = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const batch = 20;

/** Parameters [in×out] layer by layer, from weights [out×in]. */
const laid = (
  hidden: number,
  W1: ArrayLike<number>,
  b1: ArrayLike<number>,
  W2: ArrayLike<number>,
  b2: ArrayLike<number>,
): Float64Array =>
  Float64Array.from([
    ...[0, 1].flatMap((j) => Array.from({ length: hidden }, (_, k) => W1[2 * k + j]!)),
    ...Array.from(b1),
    ...Array.from({ length: hidden }, (_, k) => [0, 1].map((c) => W2[c * hidden + k]!)).flat(),
    ...Array.from(b2),
  ]);

/** U(−1/√in, 1/√in) for weights and biases of both layers, in this order. */
export function linearLayers(rng: TorchRandom, hidden: number): Float64Array {
  const draw = (count: number, inputs: number): Float64Array =>
    Float64Array.from({ length: count }, () => rng.uniform(1 / Math.sqrt(inputs)));
  const [W1, b1] = [draw(2 * hidden, 2), draw(hidden, 2)];
  return laid(hidden, W1, b1, draw(2 * hidden, hidden), draw(2, hidden));
}

/** N(0, 1) for the weights, 0 for the biases. */
export function normalLayers(rng: TorchRandom, hidden: number): Float64Array {
  const [W1, W2] = [rng.normals(2 * hidden), rng.normals(2 * hidden)];
  return laid(hidden, W1, new Float64Array(hidden), W2, new Float64Array(2));
}

/** Loss and accuracy of some points, and how the run goes on. */
export interface AdamTraining extends Pick<Training, "step" | "state" | "loss" | "accuracy"> {
  readonly on: (points: Blobs) => { readonly loss: number; readonly accuracy: number };
  /** Loss of the last batch of the last epoch, before its update. */
  readonly lastBatch: () => number;
}

/**
 * A 2-h-2 network with sigmoid after both layers, whose outputs the loss takes for logits.
 *
 *     L = (1/n) Σ_i (ln Σ_c e^(a_ic) − a_{i, y_i}),   a = σ(z)
 *
 * Since a lies between 0 and 1, L stays above ln(1 + 1/e) = 0.3133, however right the network is.
 */
export function adamOnBlobs(
  P: Float64Array,
  rng: TorchRandom,
  learningRate: number,
  train: Blobs,
): AdamTraining {
  const hidden = (P.length - 2) / 5;
  // The loss of sigmoids taken for logits is that of one more layer which changes nothing.
  const shape: NetworkShape = {
    sizes: [2, hidden, 2, 2],
    activations: ["sigmoid", "sigmoid", "identity"],
    loss: "crossEntropy",
    over: "mean",
  };
  const whole = new Float64Array(P.length + 6);
  whole.set([1, 0, 0, 1], P.length);
  const live = whole.subarray(0, P.length);
  live.set(P);
  const G = new Float64Array(whole.length);
  const own = G.subarray(0, P.length);
  const state = {
    M: new Float64Array(P.length),
    V: new Float64Array(P.length),
    corrections: new Float64Array(2),
  };
  const epochs = new Float64Array(1);
  const n = train.labels.length;
  const single = Float32Array.from(train.points);
  const Y = oneHot(train.labels, 2);
  const orders: number[][] = [];
  let last = Number.NaN;
  const on = ({ points, labels }: Blobs): { loss: number; accuracy: number } => {
    const rows = labels.length;
    const network = networkOf(shape, rows);
    const X = Float64Array.from(Float32Array.from(points));
    const loss = network.loss(whole, X, oneHot(labels, 2));
    const out = network.forward(whole, X);
    const right = labels.filter((label, i) => (out[2 * i + 1]! > out[2 * i]! ? 1 : 0) === label).length;
    return { loss, accuracy: right / rows };
  };
  return {
    state: { P: live, ...state, epochs },
    step() {
      while (orders.length <= epochs[0]!) orders.push(rng.epochOrder(n));
      const order = orders[epochs[0]!]!;
      for (let first = 0; first < n; first += batch) {
        const rows = order.slice(first, first + batch);
        const X = Float64Array.from(rows.flatMap((i) => [single[2 * i]!, single[2 * i + 1]!]));
        const y = Float64Array.from(rows.flatMap((i) => [Y[2 * i]!, Y[2 * i + 1]!]));
        last = networkOf(shape, rows.length).gradient(G, whole, X, y);
        adam(live, state, own, { ...rates, learningRate });
      }
      epochs[0]!++;
    },
    loss: () => on(train).loss,
    accuracy: () => on(train).accuracy,
    on,
    lastBatch: () => last,
  };
}

/**
 * The document's last run: 2-16-2 with Adam and mini-batches of 20.
 *
 * Source: Building FeedForward Networks with Pytorch, Complete train and validation loop.
 */
export const blobsAdam: Model = {
  name: "blobs-adam",
  title: "A 2-16-2 network with Adam on two clouds of points",
  source: "Building FeedForward Networks with Pytorch, Complete train and validation loop",
  unit: "epoch",
  iterations: 200,
  learningRate: 0.001,
  also: `Adam, mini-batches of ${batch}`,
  lossName: "cross-entropy of sigmoids taken for logits, at least 0.3133",
  train({ seed = 0, learningRate }) {
    const rng = torchRandom(seed);
    const P = linearLayers(rng, 16);
    const { train } = splitBlobs();
    const { step, state, loss, accuracy } = adamOnBlobs(P, rng, learningRate, train);
    return {
      ...{ step, state, loss, accuracy: accuracy! },
      data: `${train.labels.length} points in two Gaussian clouds, the document's`,
      start: `uniform on ±1/√in from PyTorch's seed ${seed}`,
    };
  },
};
