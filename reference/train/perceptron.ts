import { normal, random } from "../randomness/random.ts";
import type { Model } from "./training.ts";

/**
 * A grid of 5 × 5 × 5 points on [−1, 1]³, labelled by the side of the plane (1, 1, 1) · x = 0 that they lie on.
 *
 *     y = +1 if (1, 1, 1) · x ≥ 0, else −1
 *
 * The second coordinate varies slowest, as in the document. 19 points lie on the plane; 72 are +1.
 */
function grid(): { readonly points: Float64Array; readonly labels: Int8Array } {
  const points = new Float64Array(375);
  const labels = new Int8Array(125);
  for (let i = 0; i < 125; i++) {
    const [x1, x2, x3] = [(i / 5) % 5, i / 25, i % 5].map((k) => -1 + 0.5 * Math.floor(k));
    points.set([x1!, x2!, x3!], 3 * i);
    labels[i] = x1! + x2! + x3! >= 0 ? 1 : -1;
  }
  return { points, labels };
}

/**
 * Perceptron in three dimensions, one example at a time in a fixed order.
 *
 *     z = w · x + b,   L = Σ_i max(0, −y_i z_i)
 *     where y_i z_i ≤ 0:   w ← w + η y_i x_i,   b ← b + η y_i
 *
 * The document scales w to length 1 after each epoch and leaves b, which moves the plane; this leaves both.
 *
 * Source: Machine Learning Visualized, 0.5.3 to 0.5.9.
 */
export const perceptron: Model = {
  name: "perceptron",
  title: "A perceptron that finds a plane",
  source: "Machine Learning Visualized, 0.5.9",
  unit: "epoch",
  iterations: 301,
  learningRate: 0.0005,
  lossName: "max(0, -y z), summed",
  train({ seed, learningRate }) {
    const { points, labels } = grid();
    const n = labels.length;
    const third = 1 / Math.sqrt(3);
    const rng = random(seed ?? 0, "perceptron/start");
    const start = seed === undefined ? [third, -third, -third] : [normal(rng), normal(rng), normal(rng)];
    const p = Float64Array.from([...start, 0]);
    let passed = 0;
    const z = (i: number): number =>
      p[0]! * points[3 * i]! + p[1]! * points[3 * i + 1]! + p[2]! * points[3 * i + 2]! + p[3]!;
    return {
      state: { p },
      step() {
        passed = 0;
        for (let i = 0; i < n; i++) {
          const margin = labels[i]! * z(i);
          if (margin > 0) continue;
          passed -= margin;
          for (let j = 0; j < 3; j++) p[j]! += learningRate * labels[i]! * points[3 * i + j]!;
          p[3]! += learningRate * labels[i]!;
        }
      },
      loss() {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += Math.max(0, -labels[i]! * z(i));
        return sum;
      },
      passLoss: () => passed,
      accuracy() {
        let right = 0;
        for (let i = 0; i < n; i++) if (z(i) >= 0 === labels[i]! > 0) right++;
        return right / n;
      },
      parameters: () => ({ w: p.subarray(0, 3), b: p.subarray(3) }),
      data: "125 points of a grid, labelled by the plane x1 + x2 + x3 = 0",
      start:
        seed === undefined
          ? "(1, -1, -1)/√3 and b = 0, as in the document"
          : `N(0, 1) from seed ${seed}, b = 0`,
    };
  },
};
