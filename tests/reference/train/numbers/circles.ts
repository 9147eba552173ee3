/** Numbers of 01 build and train feedforward nn. */

import { documentCircles } from "../../../../reference/data/document-circles.ts";
import { circleLoss } from "../../../../reference/train/circle-net.ts";
import { circlesWhole } from "../../../../reference/train/circles.ts";
import type { DocumentNumber } from "./document-number.ts";

/** Summed loss of the document's run after so many iterations; all of them are in bench/circles.ts. */
export const circleLosses: ReadonlyMap<number, number> = new Map([
  [0, 39183.15151047596],
  [1, 58139.05524808333],
  [2, 53105.09466139936],
  [5, 33880.72219537079],
  [10, 32513.724366631453],
  [50, 13873.882280239299],
  [100, 13080.006938002112],
]);

export const circleNumbers: readonly DocumentNumber[] = [
  {
    id: "D4-031",
    what: "worst relative difference of slopes and central differences, at most",
    known: [0],
    ours: () => {
      const { points, labels, start } = documentCircles(42);
      const some = [points.subarray(0, 2000), labels.subarray(0, 1000)] as const;
      const gradient = new Float64Array(17);
      circleLoss(start, ...some, gradient);
      const at = (k: number, d: number): number =>
        circleLoss(
          start.map((p, q) => (q === k ? p + d : p)),
          ...some,
        );
      return [
        Math.max(
          ...Array.from(gradient, (g, k) => Math.abs((at(k, 1e-4) - at(k, -1e-4)) / 2e-4 - g) / Math.abs(g)),
        ),
      ];
    },
    tolerance: 1e-6,
    because: "h²/6 of a third derivative with h = 1e-4, relative to slopes of 1 to 1,000",
  },
  {
    id: "D4-036",
    what: `summed loss of the circles after ${[...circleLosses.keys()].join(", ")} iterations`,
    known: [...circleLosses.values()],
    ours: () => {
      const run = circlesWhole.train({ learningRate: circlesWhole.learningRate });
      const found: number[] = [];
      for (let k = 0; k <= 100; k++) {
        if (circleLosses.has(k)) found.push(run.loss());
        run.step();
      }
      return found;
    },
    tolerance: 1e-5,
    because: "two orders of summing 50,000 terms, relative to 4e4",
  },
];
