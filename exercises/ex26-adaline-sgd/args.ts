/** The arguments of ex26: examples, labels, a rate at which no single step goes too far, and orders. */
import { matrix, scalar, vector } from "../../grader/exercise/form.ts";
import { safeRate } from "../../reference/linear-models/adaline-plain.ts";
import { permutation } from "../../reference/randomness/random.ts";

export const X = matrix("n m", "inputs, one example a row");
export const y = vector("n", "their labels", { domain: "binary" });
export const w = (says: string) => vector("m", says);

export const lr = scalar("learning rate η, 0 or more", {
  draw: (draw, { X }) => draw.upTo(safeRate(X as number[][]), 0.3),
});

export const nIter = scalar("number of passes", { domain: "integer", draw: (draw) => draw.integer(2, 3) });

export const orders = matrix("nIter n", "for each pass the order of the examples, a permutation of 0 … n−1", {
  domain: "integer",
  draw: (draw, { nIter }) => draw.list(nIter as number, () => permutation(draw.rng, draw.size("n"))),
});

export const sizes = { n: [4, 6], m: [2, 3] } as const;
