/** The thousand points of the source, and the weights of a neuron without a step that fit their labels best. */
import { twoBlobs } from "../../reference/data/document-data.ts";
import { meanSquare, type Place } from "../../reference/linear-models/adaline-plain.ts";
import { linearFit } from "../../reference/linear-models/normal-equations.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { remembered } from "./frame/remembered.ts";
import type { Point } from "./half-plane.ts";

export interface Labelled {
  readonly X: readonly Point[];
  readonly y: readonly (0 | 1)[];
}

export const twoClouds = remembered((): Labelled => twoBlobs(42));

/** The bottom of Adaline's bowl, and the loss there. */
export const bestFor = remembered(({ X, y }: Labelled): Place & { readonly loss: number } => {
  const theta = linearFit(lift(X.map((x) => [...x])), lift([...y])).map(({ value }) => value);
  const best = { w: theta.slice(0, 2), b: theta[2] as number };
  return { ...best, loss: meanSquare({ X, y }, best) };
});
