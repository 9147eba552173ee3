import { digitData, digitsFrom } from "../data/digits.ts";
import type { NetworkShape } from "../dense/network-shape.ts";
import { normal, permutation, random } from "../randomness/random.ts";
import { byBatches, drawParameters, oneHot } from "./batches.ts";
import type { Model } from "./training.ts";

const batch = 100;

interface Settings {
  readonly hidden: number;
  readonly learningRate: number;
  readonly batch: number;
  readonly seed: number;
}

/**
 * A network of sigmoid units that reads digits, and its training by mini-batches in a new order each epoch.
 *
 *     L = −(1/n) Σ_i log ŷ_{i, y_i},   W ~ N(0, 0.1²),   b = 0
 *
 * @param X one digit a row, shape [n, m]
 */
export function digitTraining(
  X: Float64Array,
  labels: Uint8Array,
  { hidden, learningRate, batch, seed }: Settings,
) {
  const n = labels.length;
  const shape: NetworkShape = {
    sizes: [X.length / n, hidden, 10],
    activations: ["sigmoid", "identity"],
    loss: "crossEntropy",
    over: "mean",
  };
  const start = random(seed, "digits/start");
  const P = drawParameters(shape, (_, isBias) => (isBias ? 0 : 0.1 * normal(start)));
  const order = (epoch: number): number[] => permutation(random(seed, `digits/order/${epoch}`), n);
  const epochs = new Float64Array(1);
  const run = { shape, P, X, Y: oneHot(labels, 10), n, learningRate, momentum: 0, batch, order, epochs };
  return byBatches(run, labels);
}

/**
 * Digits by a 784-100-10 network: sigmoid hidden units, softmax, mini-batches of 100 in a new order each epoch.
 *
 * The document makes this network and trains it nowhere; learning rate, batch and loss are the course's.
 *
 * Source of the network: Building FeedForward Networks with Pytorch, Introducing the multilayer neural network.
 */
export const digits: Model = {
  name: "digits",
  title: "A 784-100-10 network that reads digits",
  source: "Building FeedForward Networks with Pytorch, Introducing the multilayer neural network",
  unit: "epoch",
  iterations: 50,
  learningRate: 0.1,
  also: `mini-batches of ${batch}, softmax`,
  lossName: "cross-entropy, mean",
  takes: "images",
  train({ seed = 0, learningRate, data }) {
    const own = data?.kind === "images" ? digitsFrom(data.images, data.labels) : undefined;
    const { images, labels } = own ?? digitData(seed);
    const X = new Float64Array(784 * labels.length);
    images.forEach((image, i) => {
      X.set(image, 784 * i);
    });
    return {
      ...digitTraining(X, labels, { hidden: 100, learningRate, batch, seed }),
      data: `${labels.length} digits, ${own === undefined ? "drawn by a seeded generator" : "from the files"}`,
      start: `N(0, 0.1²) from seed ${seed}, biases 0`,
    };
  },
};
