/** What fig22 computes: Adaline by two learning rates on the same examples. */
import { adalineOn } from "../../../reference/train/adaline.ts";
import { remembered } from "../frame/remembered.ts";
import { bestFor, type Labelled, twoClouds } from "../two-clouds.ts";

export const STEPS = 50;
/** A loss beyond it belongs to a run that has left for good. */
export const LOST = 1e12;

/** Where a run stands before a step. */
export interface Stand {
  readonly w: readonly [number, number];
  readonly b: number;
  readonly loss: number;
}

export interface Examples extends Labelled {
  /** w₁, w₂, b */
  readonly start: readonly number[];
  readonly leastLoss: number;
  /** 2/λ, the rate above which descent runs away. */
  readonly limit: number;
}

const PAGE: Labelled = {
  X: [
    [1, 0],
    [2, 1],
    [0, 3],
  ],
  y: [1, 0, 1],
};
/** The document's stored start, and that of the page's example. */
const STARTS = {
  clouds: [0.01624345363663242, -0.006117564136500754, 0],
  page: [0.5, -0.5, 0.5],
} as const;

const packed = ({ X }: Labelled): Float64Array => Float64Array.from(X.flat());

export const examplesOf = remembered((which: "clouds" | "page"): Examples => {
  const data = which === "page" ? PAGE : twoClouds();
  const start = STARTS[which];
  return {
    ...data,
    start,
    leastLoss: bestFor(data).loss,
    limit: adalineOn(packed(data), data.y, start, 0).largestRate ?? 0,
  };
});

/** Steps of descent over all examples; one that runs away ends where its loss is beyond all pictures. */
export function standsOf(examples: Examples, eta: number): readonly Stand[] {
  const training = adalineOn(packed(examples), examples.y, examples.start, eta);
  const stands: Stand[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const [w1, w2, b] = training.state.p as unknown as readonly [number, number, number];
    const loss = training.loss();
    if (!(loss < LOST)) break;
    stands.push({ w: [w1, w2], b, loss });
    training.step();
  }
  return stands;
}

/** The stand before a step, or the last that the picture can hold. */
export const standAt = (stands: readonly Stand[], step: number): Stand =>
  stands[Math.min(step, stands.length - 1)] as Stand;
