import { documentBlobs } from "../data/document-blobs.ts";
import { numpyRandom } from "../randomness/mersenne-twister.ts";
import type { Model } from "./training.ts";

/**
 * Adaline by one example at a time, in a new order each epoch.
 *
 *     w ← w + 2η (y_i − z_i) x_i,   b ← b + 2η (y_i − z_i)
 *
 * Start and orders come from one stream of NumPy's; seed 69 is the document's.
 *
 * Source: Building FeedForward Networks with Pytorch, Mini batch gradient descent.
 */
export const adalineSgd: Model = {
  name: "adaline-sgd",
  title: "Adaline, one example at a time",
  source: "Building FeedForward Networks with Pytorch, Mini batch gradient descent",
  unit: "epoch",
  iterations: 20,
  learningRate: 0.001,
  seed: 69,
  also: "one example at a time, shuffled",
  lossName: "mean squared error",
  train({ seed = 69, learningRate }) {
    const { points, labels } = documentBlobs();
    const n = labels.length;
    const rng = numpyRandom(seed);
    const p = Float64Array.of(0.01 * rng.normal(), 0.01 * rng.normal(), 0);
    const drawn: (readonly number[])[] = [];
    // Each epoch shuffles what the last one has shuffled.
    const orderOf = (epoch: number): readonly number[] => {
      while (drawn.length <= epoch) {
        const last = drawn.at(-1);
        drawn.push(rng.shuffled(n).map((i) => last?.[i] ?? i));
      }
      return drawn[epoch]!;
    };
    const epochs = new Float64Array(1);
    const errorOf = (i: number): number =>
      labels[i]! - (p[0]! * points[2 * i]! + p[1]! * points[2 * i + 1]! + p[2]!);
    let passed = 0;
    return {
      state: { p, epochs },
      step() {
        passed = 0;
        for (const i of orderOf(epochs[0]!)) {
          const error = errorOf(i);
          passed += error * error;
          p[0]! += 2 * learningRate * error * points[2 * i]!;
          p[1]! += 2 * learningRate * error * points[2 * i + 1]!;
          p[2]! += 2 * learningRate * error;
        }
        passed /= n;
        epochs[0]!++;
      },
      loss() {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += errorOf(i) ** 2;
        return sum / n;
      },
      passLoss: () => passed,
      accuracy() {
        let right = 0;
        for (let i = 0; i < n; i++) if (labels[i]! - errorOf(i) >= 0.5 === (labels[i] === 1)) right++;
        return right / n;
      },
      parameters: () => ({ w: p.subarray(0, 2), b: p.subarray(2) }),
      data: `${n} points in two Gaussian clouds, the document's`,
      start: `N(0, 0.01²) from NumPy's seed ${seed}, b = 0`,
    };
  },
};
