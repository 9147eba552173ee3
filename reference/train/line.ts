import { salesData } from "../data/sales.ts";
import { numbers, readTable } from "../data/table.ts";
import type { Model } from "./training.ts";

const columns = ["radio", "sales"] as const;

/**
 * Learning rate above which descent on the line's loss diverges.
 *
 *     2 / λ,   λ the larger eigenvalue of the Hessian (2/n) [Σx² Σx; Σx n]
 */
function largestRateOf(x: Float64Array): number {
  const mean = x.reduce((sum, each) => sum + each, 0) / x.length;
  const square = x.reduce((sum, each) => sum + each * each, 0) / x.length;
  return 2 / (square + 1 + Math.hypot(square - 1, 2 * mean));
}

/**
 * Least squares line by full-batch gradient descent, both parameters moved at once.
 *
 *     L = (1/n) Σ_i (y_i − (w x_i + b))²
 *     w ← w − η ∂L/∂w,   ∂L/∂w = −(2/n) Σ_i x_i (y_i − (w x_i + b))
 *     b ← b − η ∂L/∂b,   ∂L/∂b = −(2/n) Σ_i (y_i − (w x_i + b))
 *
 * The document's code moves b with the new w; this moves both from the old ones, as its formulas say.
 *
 * Source: Machine Learning Visualized, 0.1.6 and 0.1.8.
 */
export const line: Model = {
  name: "line",
  title: "A line through spending and sales",
  source: "Machine Learning Visualized, 0.1.8",
  unit: "epoch",
  iterations: 4000,
  learningRate: 5e-5,
  lossName: "mean squared error",
  takes: columns,
  train({ seed, learningRate, data }) {
    const table = data?.kind === "table" ? readTable(data.text, columns) : undefined;
    const { x, y } =
      table === undefined ? salesData(seed ?? 0) : { x: numbers(table, "radio"), y: numbers(table, "sales") };
    const n = x.length;
    const p = new Float64Array(2);
    return {
      state: { p },
      step() {
        const [w = 0, b = 0] = p;
        let dw = 0;
        let db = 0;
        for (let i = 0; i < n; i++) {
          const error = y[i]! - (w * x[i]! + b);
          dw += error * x[i]!;
          db += error;
        }
        p[0] = w + (learningRate * 2 * dw) / n;
        p[1] = b + (learningRate * 2 * db) / n;
      },
      loss() {
        const [w = 0, b = 0] = p;
        let sum = 0;
        for (let i = 0; i < n; i++) sum += (y[i]! - (w * x[i]! + b)) ** 2;
        return sum / n;
      },
      largestRate: largestRateOf(x),
      parameters: () => ({ w: p.subarray(0, 1), b: p.subarray(1) }),
      data: `${n} pairs, ${table === undefined ? "a seeded stand-in for radio-sales" : "from the file"}`,
      start: "w = 0, b = 0, as in the document",
    };
  },
};
