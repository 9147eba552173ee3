/** What ex27 takes: examples, a batch size that does not divide their number, and orders. */
import { type ArgsOf, args, matrix, scalar, vector } from "../../grader/exercise/form.ts";
import { safeRate } from "../../reference/linear-models/adaline-plain.ts";
import { permutation } from "../../reference/randomness/random.ts";

export const run = args(
  {
    X: matrix("n m", "inputs, one example a row"),
    y: vector("n", "their labels", { domain: "binary" }),
    w0: vector("m", "weights to start from"),
    b0: scalar("bias to start from"),
    lr: scalar("learning rate η, 0 or more", {
      draw: (draw, { X }) => draw.upTo(safeRate(X as number[][]), 0.3),
    }),
    batchSize: scalar("examples of a batch, 1 or more", {
      domain: "integer",
      draw: (draw) => {
        const n = draw.size("n");
        return draw.pick([2, 3, 4, 5, 6].filter((size) => size < n && n % size !== 0));
      },
    }),
    orders: matrix("passes n", "for each pass the order of the examples, a permutation of 0 … n−1", {
      domain: "integer",
      draw: (draw) => draw.list(draw.size("passes"), () => permutation(draw.rng, draw.size("n"))),
    }),
  },
  { sizes: { n: [5, 8], m: [2, 3], passes: [2, 3] } },
);
export type Run = ArgsOf<typeof run>;
export type Fit = { w: number[]; b: number; losses: number[] };
