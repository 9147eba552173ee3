/** The jobs at full size on the CPU, on one thread and on all. */
import { hireHands } from "../grader/cli/jobs/job-hands.ts";
import { countOf, type NetworkShape } from "../reference/dense/network-shape.ts";
import { principalComponents } from "../reference/jobs/covariance.ts";
import { decisionGrid } from "../reference/jobs/decision-grid.ts";
import type { Hand } from "../reference/jobs/hands.ts";
import { clusterPoints } from "../reference/jobs/k-means.ts";
import { directionLike, landscape } from "../reference/jobs/landscape.ts";
import { normal, random } from "../reference/randomness/random.ts";
import { n, shape, subjectOf } from "./network/subject.ts";
import type { Progress } from "./part.ts";
import { median } from "./rounds.ts";
import { table } from "./table.ts";

const ROUNDS = 3;

/** Each job with its data made before. */
function all(): readonly (readonly [string, (hands: readonly Hand[]) => Promise<unknown>])[] {
  const rng = random(1, "bench/jobs");
  const draws = (count: number): Float64Array => Float64Array.from({ length: count }, () => normal(rng));
  const subject = subjectOf("digits");
  const [U, V] = ["U", "V"].map((name) => directionLike(shape, subject.P, 1, name)) as [
    Float64Array,
    Float64Array,
  ];
  const small: NetworkShape = {
    sizes: [2, 12, 2, 1],
    activations: ["tanh", "tanh", "tanh"],
    loss: "squared",
    over: "mean",
  };
  const P = draws(countOf(small));
  const square = [-1, 1] as const;
  const points = draws(2_000_000);
  const rows = draws(10_000_000);
  return [
    [
      "landscape of 784-100-10, n = 256, 200 × 200",
      (hands) => landscape(shape, { ...subject, U, V, n }, { points: 200, radius: 1 }, { hands }),
    ],
    [
      "decision grid of 2-12-2-1, 1000 × 1000",
      (hands) => decisionGrid(small, P, { x: square, y: square, columns: 1000, rows: 1000 }, { hands }),
    ],
    [
      "k-means, 1,000,000 points, 12 centroids, 10 rounds",
      (hands) => clusterPoints({ X: points, m: 2, start: points.slice(0, 24), rounds: 10 }, { hands }),
    ],
    ["components of 100,000 × 100", (hands) => principalComponents(rows, 100, { hands })],
  ];
}

export async function jobs(progress: Progress): Promise<string> {
  const team = hireHands();
  const lines: string[][] = [];
  for (const [what, run] of all()) {
    progress(what);
    const measured: number[][] = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      for (const [k, hands] of [[], team.hands].entries()) {
        const begun = performance.now();
        await run(hands);
        measured[k]!.push((performance.now() - begun) / 1000);
      }
    lines.push([what, ...measured.map((seconds) => `${median(seconds).toPrecision(3)} s`)]);
  }
  team.dismiss();
  return table([["jobs, CPU, f64", "one thread", `${team.hands.length} threads`], ...lines]);
}
