import { blobsData } from "../data/blobs.ts";
import { documentBlobs } from "../data/document-blobs.ts";
import { normal, random } from "../randomness/random.ts";
import type { Model, Training } from "./training.ts";

/**
 * Learning rate above which full-batch descent on the mean of squares diverges.
 *
 *     2 / λ,   λ the largest eigenvalue of (2/n) Aᵀ A with the rows (x1, x2, 1) in A
 *
 * λ by power iteration.
 */
function largestRateOf(points: Float64Array, n: number): number {
  let v = [1, 1, 1];
  let length = 1;
  for (let round = 0; round < 200; round++) {
    const next = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const row = [points[2 * i]!, points[2 * i + 1]!, 1];
      const along = row[0]! * v[0]! + row[1]! * v[1]! + v[2]!;
      for (let j = 0; j < 3; j++) next[j]! += ((2 / n) * along * row[j]!) / length;
    }
    v = next;
    length = Math.hypot(...v);
  }
  return 2 / length;
}

/**
 * Adaline: a line fitted to labels 0 and 1 by full-batch gradient descent, and a threshold at ½.
 *
 *     L = (1/n) Σ_i (y_i − (w · x_i + b))²
 *     w ← w + η (2/n) Σ_i x_i (y_i − z_i),   b ← b + η (2/n) Σ_i (y_i − z_i)
 *
 * Source: Building FeedForward Networks with Pytorch, (Full batch) gradient descent.
 *
 * @param points shape [n 2] row-major
 * @param start w1, w2, b
 */
export function adalineOn(
  points: Float64Array,
  labels: ArrayLike<number>,
  start: readonly number[],
  learningRate: number,
): Omit<Training, "data" | "start"> {
  const n = labels.length;
  const p = Float64Array.from(start);
  const z = (i: number): number => p[0]! * points[2 * i]! + p[1]! * points[2 * i + 1]! + p[2]!;
  return {
    state: { p },
    step() {
      let d1 = 0;
      let d2 = 0;
      let db = 0;
      for (let i = 0; i < n; i++) {
        const error = labels[i]! - z(i);
        d1 += error * points[2 * i]!;
        d2 += error * points[2 * i + 1]!;
        db += error;
      }
      p[0]! += (learningRate * 2 * d1) / n;
      p[1]! += (learningRate * 2 * d2) / n;
      p[2]! += (learningRate * 2 * db) / n;
    },
    loss() {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (labels[i]! - z(i)) ** 2;
      return sum / n;
    },
    accuracy() {
      let right = 0;
      for (let i = 0; i < n; i++) if (z(i) >= 0.5 === (labels[i] === 1)) right++;
      return right / n;
    },
    largestRate: largestRateOf(points, n),
    parameters: () => ({ w: p.subarray(0, 2), b: p.subarray(2) }),
  };
}

export const adaline: Model = {
  name: "adaline",
  title: "Adaline on two clouds of points",
  source: "Building FeedForward Networks with Pytorch, (Full batch) gradient descent",
  unit: "epoch",
  iterations: 50,
  learningRate: 0.019,
  lossName: "mean squared error",
  train({ seed, learningRate }) {
    const { points, labels } = seed === undefined ? documentBlobs() : blobsData(seed);
    const rng = random(seed ?? 0, "adaline/start");
    const start =
      seed === undefined
        ? [0.01624345363663242, -0.006117564136500754, 0]
        : [0.01 * normal(rng), 0.01 * normal(rng), 0];
    return {
      ...adalineOn(points, labels, start, learningRate),
      data: `${labels.length} points in two Gaussian clouds${seed === undefined ? ", the document's" : ""}`,
      start: seed === undefined ? "the document's stored start" : `N(0, 0.01²) from seed ${seed}, b = 0`,
    };
  },
};
