/** The document's circle run as it was, beside what it printed. */
import { circlesWhole } from "../reference/train/circles.ts";
import type { Progress } from "./part.ts";
import { table } from "./table.ts";

/** Summed loss after so many iterations, as the document's own program gives it. */
const known: ReadonlyMap<number, number> = new Map([
  [0, 39183.15151047596],
  [100, 13080.006938002112],
  [1000, 12894.117037339218],
  [2000, 12891.012526724387],
  [5000, 12889.049897790725],
  [6000, 12877.19341229804],
  [7000, 71.53444011120692],
  [8000, 42.30112805945056],
  [10_000, 26.74953019003892],
  [20_000, 14.086492938525998],
  [30_000, 10.945135181944003],
  [40_000, 9.048914846199542],
  [50_000, 7.650197917402271],
]);

export async function numbers(progress: Progress): Promise<string> {
  const run = circlesWhole.train({ learningRate: circlesWhole.learningRate });
  const lines: string[][] = [];
  for (let k = 0; k <= 50_000; k++) {
    if (k % 1000 === 0) progress(`iteration ${k} of 50000`);
    const printed = known.get(k);
    if (printed !== undefined) {
      const loss = run.loss();
      const right = `${(100 * run.accuracy!()).toFixed(3)} %`;
      lines.push([`${k}`, printed.toFixed(6), loss.toFixed(6), (loss / printed - 1).toExponential(1), right]);
    }
    run.step();
  }
  return table([["circles, iteration", "the document's", "ours", "apart by", "right"], ...lines]);
}
