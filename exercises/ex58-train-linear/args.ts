/** What ex58 takes: examples, a start, and options that go together. */
import { type ArgsOf, args, matrix, record, scalar, vector } from "../../grader/exercise/form.ts";
import { firstBatches } from "../../reference/data/mini-batches.ts";
import { safeRate } from "../../reference/linear-models/adaline-plain.ts";
import { permutation } from "../../reference/randomness/random.ts";

type Options = { lr: number; batchSize: number; nIter: number; orders: number[][] };

const opts = record<Options>(
  {
    lr: scalar("learning rate η, 0 or more"),
    batchSize: scalar("examples of a batch, 1 or more", { domain: "integer" }),
    nIter: scalar("number of updates", { domain: "integer" }),
    orders: matrix(
      "passes n",
      "for each pass the order of the examples, as many as the updates need or more",
      { domain: "integer" },
    ),
  },
  "how it is trained",
  {
    // A batch size that does not divide n, and a last pass that may end in the middle.
    draw: (draw, { X }) => {
      const [n, passes] = [draw.size("n"), draw.size("passes")];
      const batchSize = draw.pick([2, 3, 4, 5].filter((size) => size < n && n % size !== 0));
      const inPass = Math.ceil(n / batchSize);
      return {
        lr: draw.upTo(safeRate(X as number[][]), 0.3),
        batchSize,
        nIter: draw.integer((passes - 1) * inPass + 1, passes * inPass),
        orders: draw.list(passes, () => permutation(draw.rng, n)),
      };
    },
  },
);

export const run = args(
  {
    X: matrix("n m", "inputs, one example a row"),
    y: vector("n", "targets, one an example"),
    w0: vector("m", "weights to start from"),
    b0: scalar("bias to start from"),
    opts,
  },
  { sizes: { n: [5, 7], m: [2, 3], passes: [2, 3] } },
);
export type Run = ArgsOf<typeof run>;
export type Fit = { w: number[]; b: number; losses: number[] };

/** The batches of the run, each by the places of its examples. */
export const batchesOf = ({ opts }: Run): number[][] => firstBatches(opts.orders, opts.batchSize, opts.nIter);
