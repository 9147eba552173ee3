import { scaleToUnit } from "../data/scale.ts";
import { labels, numbers, readTable } from "../data/table.ts";
import { type TwoFeatures, tumourData } from "../data/tumours.ts";
import { sigmoid, softplus } from "../numbers/sigmoid.ts";
import { random } from "../randomness/random.ts";
import type { Model } from "./training.ts";

const columns = ["diagnosis", "worst_concave_points", "worst_perimeter"] as const;

/** Benign is 1, as in the document; both features scaled to [0, 1]. */
function fromTable(text: string): TwoFeatures {
  const table = readTable(text, columns);
  return {
    x1: scaleToUnit(numbers(table, columns[1])),
    x2: scaleToUnit(numbers(table, columns[2])),
    y: labels(table, columns[0], "M", "B"),
  };
}

/**
 * Logistic regression with two features, one example at a time in a fixed order.
 *
 *     ŷ = σ(w · x + b)
 *     L = −Σ_i [y_i log ŷ_i + (1 − y_i) log(1 − ŷ_i)]
 *     w ← w − η (ŷ_i − y_i) x_i,   b ← b − η (ŷ_i − y_i)
 *
 * The sum over the examples, as the document prints it, not the mean.
 *
 * Source: Machine Learning Visualized, 0.4.8 to 0.4.10; its code takes the mean over the two features for the
 * gradient, this one the gradient itself.
 */
export const logistic: Model = {
  name: "logistic",
  title: "Logistic regression on two features of a tumour",
  source: "Machine Learning Visualized, 0.4.10",
  unit: "epoch",
  iterations: 5001,
  learningRate: 0.0005,
  lossName: "binary cross-entropy, summed",
  takes: columns,
  train({ seed, learningRate, data }) {
    const own = data?.kind === "table" ? fromTable(data.text) : undefined;
    const { x1, x2, y } = own ?? tumourData(seed ?? 0);
    const n = y.length;
    const rng = random(seed ?? 0, "logistic/start");
    const p = Float64Array.from(
      seed === undefined ? [0.5488135, 0.71518937, 0.60276338] : [rng(), rng(), rng()],
    );
    const scoreOf = (i: number): number => p[0]! * x1[i]! + p[1]! * x2[i]! + p[2]!;
    let passed = 0;
    return {
      state: { p },
      step() {
        passed = 0;
        for (let i = 0; i < n; i++) {
          const z = scoreOf(i);
          passed += softplus(z) - y[i]! * z;
          const slope = learningRate * (sigmoid(z) - y[i]!);
          p[0]! -= slope * x1[i]!;
          p[1]! -= slope * x2[i]!;
          p[2]! -= slope;
        }
      },
      loss() {
        let sum = 0;
        for (let i = 0; i < n; i++) {
          const z = scoreOf(i);
          sum += softplus(z) - y[i]! * z;
        }
        return sum;
      },
      passLoss: () => passed,
      accuracy() {
        let right = 0;
        for (let i = 0; i < n; i++) if (scoreOf(i) >= 0 === (y[i] === 1)) right++;
        return right / n;
      },
      parameters: () => ({ w: p.subarray(0, 2), b: p.subarray(2) }),
      data: `${n} examples, ${own === undefined ? "a seeded stand-in for breast-cancer-2" : "from the file"}`,
      start: seed === undefined ? "the document's stored start" : `uniform on [0, 1) from seed ${seed}`,
    };
  },
};
