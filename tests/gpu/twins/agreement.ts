/**
 * All kernels beside their twins on one device: how far apart they are, and whether two runs give the same bits.
 */
import { relativeError } from "../../../reference/dense/relative-error.ts";
import type { Gpu } from "../../../reference/gpu/gpu.ts";
import { comparisons as clusters } from "./compare-clusters.ts";
import { comparisons as layered } from "./compare-layered.ts";
import { comparisons as layers } from "./compare-layers.ts";
import { comparisons as models } from "./compare-models.ts";
import { comparisons as products } from "./compare-products.ts";
import { comparisons as quotients } from "./compare-quotients.ts";
import { comparisons as reductions } from "./compare-reductions.ts";

import { type Comparison, Drawn, type Pair } from "./comparison.ts";

export const comparisons: readonly Comparison[] = [
  ...products,
  ...reductions,
  ...layers,
  ...clusters,
  ...models,
  ...layered,
  ...quotients,
];

export interface Agreement {
  readonly name: string;
  /** Largest relative error; NaN where a number is missing or is none. */
  readonly error: number;
  readonly bound: number;
  /** Whether a second run on the same device gave the same bits. */
  readonly sameBits: boolean;
  readonly ms: number;
  /** What went wrong instead. */
  readonly failure?: string;
}

/** True if a kernel does what its twin does. */
export const holds = ({ error, bound, sameBits, failure }: Agreement): boolean =>
  failure === undefined && error <= bound && sameBits;

export async function agreementOf(gpu: Gpu, comparison: Comparison, seed: number): Promise<Agreement> {
  const { name, bound } = comparison;
  const begun = performance.now();
  const once = async (): Promise<readonly Pair[]> => {
    const room = gpu.room();
    try {
      const pairs = await comparison.run(room, new Drawn(seed, name));
      await room.settle();
      return pairs;
    } finally {
      room.free();
    }
  };
  try {
    const [first, second] = [await once(), await once()];
    // One that is NaN makes it NaN.
    const error = Math.max(0, ...first.map(({ yours, right }) => relativeError(yours, right)));
    const sameBits = first.every(({ yours }, k) =>
      Array.from(yours).every((x, i) => Object.is(x, second[k]?.yours[i])),
    );
    return { name, error, bound, sameBits, ms: performance.now() - begun };
  } catch (error) {
    const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { name, error: Number.NaN, bound, sameBits: false, ms: performance.now() - begun, failure };
  }
}
