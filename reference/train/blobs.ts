/** Networks that tell two clouds of points apart, by mini-batches on the mean of squares. */

import { splitBlobs } from "../data/document-blobs.ts";
import type { NetworkShape } from "../dense/network-shape.ts";
import { layersOf } from "../dense/network-shape.ts";
import { numpyRandom } from "../randomness/mersenne-twister.ts";
import { normal, random } from "../randomness/random.ts";
import { byBatches, drawParameters, oneHot } from "./batches.ts";
import type { Model, Training } from "./training.ts";

const batch = 100;

export const blobsShape = (sizes: readonly number[]): NetworkShape => ({
  sizes,
  activations: sizes.slice(1).map(() => "sigmoid"),
  loss: "squared",
  over: "mean",
});

/**
 * The document's start: N(0, 0.1²) for weights [out×in], every layer from NumPy's seed 1 anew, biases 0.
 *
 * So two layers begin with the same numbers, which the errata of the course note.
 */
export function documentStart(shape: NetworkShape): Float64Array {
  const layers = layersOf(shape);
  const P = new Float64Array(layers.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0));
  for (const { inputs, outputs, W } of layers) {
    const rng = numpyRandom(1);
    for (let k = 0; k < outputs; k++)
      for (let j = 0; j < inputs; j++) P[W + j * outputs + k] = 0.1 * rng.normal();
  }
  return P;
}

/** NumPy's shuffles, one an epoch, from seed 0: with them the course re-computed the document's numbers. */
function numpyOrders(n: number): (epoch: number) => readonly number[] {
  const rng = numpyRandom(0);
  const drawn: number[][] = [];
  return (epoch) => {
    while (drawn.length <= epoch) drawn.push(rng.shuffled(n));
    return drawn[epoch]!;
  };
}

/**
 * A network with sigmoid in each layer and one output a class, six batches of 100 an epoch.
 *
 *     L = (1/(nt)) Σ_i Σ_k (y_ik − a_ik)²
 *
 * The document descends along t times this gradient, 2 (a − y)/n: so does this, with its learning rates.
 */
const blobsModel = (
  about: Pick<Model, "name" | "title" | "source" | "learningRate">,
  sizes: readonly number[],
): Model => ({
  ...about,
  unit: "epoch",
  iterations: 50,
  also: `mini-batches of ${batch}, the last 70 of 670 points of an epoch left out`,
  lossName: "mean squared error",
  train({ seed, learningRate }) {
    const { points, labels } = splitBlobs(seed).train;
    const n = labels.length;
    const shape = blobsShape(sizes);
    const rng = random(seed ?? 0, `${about.name}/start`);
    const P =
      seed === undefined
        ? documentStart(shape)
        : drawParameters(shape, (_, isBias) => (isBias ? 0 : 0.1 * normal(rng)));
    const run = {
      ...{ shape, P, X: points, Y: oneHot(labels, 2), n, learningRate, momentum: 0, batch },
      dropsLast: true,
      order: numpyOrders(n),
      epochs: new Float64Array(1),
    };
    const training = byBatches(run, labels);
    return {
      ...training,
      loss: () => training.loss() / 2,
      data: `${n} points in two Gaussian clouds, drawn as by NumPy`,
      start: seed === undefined ? "the document's" : `N(0, 0.1²) from seed ${seed}, biases 0`,
    } satisfies Training;
  },
});

/** Source: Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation. */
export const blobs: Model = blobsModel(
  {
    name: "blobs",
    title: "A 2-10-2 network on two clouds of points",
    source: "Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation",
    learningRate: 0.1,
  },
  [2, 10, 2],
);

/** Source: Building FeedForward Networks with Pytorch, Generalizing Backpropagation. */
export const blobsDeep: Model = blobsModel(
  {
    name: "blobs-deep",
    title: "A 2-10-5-2 network on two clouds of points",
    source: "Building FeedForward Networks with Pytorch, Generalizing Backpropagation",
    learningRate: 0.25,
  },
  [2, 10, 5, 2],
);
