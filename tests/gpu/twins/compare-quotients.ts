/** Quotients that are measured without a difference of losses, beside their twins. */
import {
  type KnownSum,
  structuredQuotients,
} from "../../../reference/differentiation/structured-quotients.ts";
import { digitsNetwork } from "../../../reference/functions/digits-loss.ts";
import { quotientsOnGpu } from "../../../reference/gpu/quotients.ts";
import { digitsDifferences } from "../../../reference/jobs/digits-differences.ts";
import { digitsDifferencesOnGpu } from "../../../reference/jobs/digits-on-gpu.ts";
import { rowsOf } from "../../../reference/networks/softmax-network-dense.ts";
import { num } from "../../../reference/numbers/num.ts";
import { lift, plainOf } from "../../../reference/numbers/tracked.ts";
import { type Comparison, GATE } from "./comparison.ts";

const sums = ["sumOfCubes", "steepBowl", "tiltedBowl", "ring"] as const satisfies readonly KnownSum[];
const sizes = [
  [3, 1],
  [4, 5],
  [23, 29],
] as const;
const STEP = 2 ** -10;

export const comparisons: readonly Comparison[] = [
  ...sums.flatMap((sum) =>
    sizes.flatMap(([rows, columns]) =>
      [2 ** -13, 0.5].map(
        (h): Comparison => ({
          name: `central differences of ${sum}, ${rows} × ${columns}, step ${h}`,
          bound: GATE,
          run: async (gpu, draw) => {
            const X = rowsOf(draw.normals(rows * columns, 2), columns);
            const right = plainOf(structuredQuotients(sum, lift(X), num(h))) as number[][];
            return [{ yours: (await quotientsOnGpu(gpu, sum, X, h)).flat(), right: right.flat() }];
          },
        }),
      ),
    ),
  ),
  {
    name: "central differences of the network for digits, 79,510 parameters",
    bound: GATE,
    run: async (gpu, draw) => {
      const seed = Math.floor(2 ** 31 * draw.rng());
      const { m, h } = digitsNetwork(seed).network;
      const layers = [
        [1, m + 1],
        [2, h + 1],
      ] as const;
      const pairs = [];
      for (const [layer, count] of layers)
        pairs.push({
          yours: (await digitsDifferencesOnGpu(gpu, [seed, layer, 0], count, STEP)).flat(),
          right: digitsDifferences([seed, layer, 0], count, STEP).flat(),
        });
      return pairs;
    },
  },
];
