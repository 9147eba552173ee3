import { normal, permutation, random } from "../random.ts";
import { digitData, digitsFrom } from "./data/digits.ts";
import { backward, descend, forward, layerOf } from "./mlp.ts";
import type { Model } from "./training.ts";

const batch = 100;

/**
 * Cross-entropy of one example from its scores, without overflow; the scores become ŷ − y.
 *
 *     ŷ_c = e^(z_c) / Σ_k e^(z_k),   ℓ = −log ŷ_y,   ∂ℓ/∂z_c = ŷ_c − y_c
 */
function crossEntropy(z: Float64Array, label: number): number {
  const most = Math.max(...z);
  let sum = 0;
  for (const each of z) sum += Math.exp(each - most);
  const loss = Math.log(sum) + most - z[label]!;
  for (let c = 0; c < z.length; c++) z[c] = Math.exp(z[c]! - most) / sum - (c === label ? 1 : 0);
  return loss;
}

/**
 * Digits by a 784-100-10 network: sigmoid hidden units, softmax, mini-batches of 100 in a new order each epoch.
 *
 *     L = −(1/n) Σ_i log ŷ_{i, y_i}
 *     W ~ N(0, 0.1²),   b = 0
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
  train({ seed, learningRate, data }) {
    const own = data?.kind === "images" ? digitsFrom(data.images, data.labels) : undefined;
    const { images, labels } = own ?? digitData(seed ?? 0);
    const n = labels.length;
    const order = random(seed ?? 0, "digits/order");
    const start = random(seed ?? 0, "digits/start");
    const draw = (_: number, __: number, isBias: boolean): number => (isBias ? 0 : 0.1 * normal(start));
    const net = [layerOf(784, 100, "sigmoid", draw), layerOf(100, 10, "identity", draw)];
    const slope = new Float64Array(10);
    const isRight = (image: Float64Array, i: number): boolean => {
      const a = forward(net, image);
      return a.indexOf(Math.max(...a)) === labels[i];
    };
    return {
      step() {
        const places = permutation(order, n);
        for (let from = 0; from < n; from += batch) {
          const some = places.slice(from, from + batch);
          for (const i of some) {
            slope.set(forward(net, images[i]!));
            crossEntropy(slope, labels[i]!);
            for (let c = 0; c < 10; c++) slope[c]! /= some.length;
            backward(net, images[i]!, slope);
          }
          descend(net, learningRate);
        }
      },
      loss() {
        let sum = 0;
        images.forEach((image, i) => {
          sum += crossEntropy(forward(net, image).slice(), labels[i]!);
        });
        return sum / n;
      },
      accuracy: () => images.filter(isRight).length / n,
      data: `${n} digits, ${own === undefined ? "drawn by a seeded generator" : "from the files"}`,
      start: `N(0, 0.1²) from seed ${seed ?? 0}, biases 0`,
    };
  },
};
