import { documentBlobs } from "../data/document-blobs.ts";
import { numpyRandom } from "../randomness/mersenne-twister.ts";
import type { Model } from "./training.ts";

/**
 * Perceptron on two clouds that no line parts: its errors fall and then stay.
 *
 *     ŷ = 1 if w · x + b ≥ ½, else 0
 *     w ← w + η (y_i − ŷ_i) x_i,   b ← b + η (y_i − ŷ_i)
 *
 * Source: Building FeedForward Networks with Pytorch, Implementing a perceptron learning algorithm in Python.
 */
export const perceptronBlobs: Model = {
  name: "perceptron-blobs",
  title: "A perceptron on two clouds that overlap",
  source:
    "Building FeedForward Networks with Pytorch, Implementing a perceptron learning algorithm in Python",
  unit: "epoch",
  iterations: 40,
  learningRate: 10,
  seed: 1,
  also: "one example at a time",
  lossName: "share of errors",
  train({ seed = 1, learningRate }) {
    const { points, labels } = documentBlobs();
    const n = labels.length;
    const rng = numpyRandom(seed);
    const p = Float64Array.of(0.01 * rng.normal(), 0.01 * rng.normal(), 0);
    const saidOf = (i: number): number =>
      p[0]! * points[2 * i]! + p[1]! * points[2 * i + 1]! + p[2]! >= 0.5 ? 1 : 0;
    let passed = 0;
    const accuracy = (): number => {
      let right = 0;
      for (let i = 0; i < n; i++) if (saidOf(i) === labels[i]) right++;
      return right / n;
    };
    return {
      state: { p },
      step() {
        passed = 0;
        for (let i = 0; i < n; i++) {
          const step = learningRate * (labels[i]! - saidOf(i));
          if (step === 0) continue;
          passed++;
          p[0]! += step * points[2 * i]!;
          p[1]! += step * points[2 * i + 1]!;
          p[2]! += step;
        }
      },
      loss: () => 1 - accuracy(),
      passLoss: () => passed,
      accuracy,
      parameters: () => ({ w: p.subarray(0, 2), b: p.subarray(2) }),
      data: `${n} points in two Gaussian clouds, the document's`,
      start: `N(0, 0.01²) from NumPy's seed ${seed}, b = 0`,
    };
  },
};
