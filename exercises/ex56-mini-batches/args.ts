/** What the arguments of ex56 share. */
import { generator, iterable, matrix, record, scalar, truth, vector } from "../../grader/exercise/form.ts";
import { permutation } from "../../reference/randomness/random.ts";

export const X = matrix("n d", "inputs, one example a row");
export const y = vector("n", "targets, one an example");
export const rng = generator("uniform", "gives the next uniform number in [0, 1)");

export const batchSize = scalar("examples of a batch, s", {
  domain: "integer",
  // Mostly one that does not divide n: then the last batch is short.
  draw: (draw) => draw.integer(2, Math.max(2, Math.floor(draw.size("n") / 2) + 1)),
});

export const order = vector("n", "a permutation of 0 … n−1: which example comes when", {
  domain: "integer",
  draw: (draw) => permutation(draw.rng, draw.size("n")),
});

export const dropLast = truth("whether a short batch at the end is dropped");

/** What comes out: of b examples, which is not the same in each batch. */
export const batches = (says: string) =>
  iterable(
    record({ X: matrix("b d", "the inputs of its examples"), y: vector("b", "their targets") }, "a batch"),
    "m",
    says,
  );

export const sizes = { n: [5, 9], d: [2, 3] } as const;
