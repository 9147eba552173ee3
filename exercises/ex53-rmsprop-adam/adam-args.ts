/** What adamStep takes and gives. */
import { type ArgsOf, args, record, scalar, vector } from "../../grader/exercise/form.ts";
import { decay, eps, g, lr, p, sizes, squares } from "./args.ts";

const taken = (says: string) => scalar(says, { domain: "integer", draw: (draw) => draw.integer(0, 4) });

export const adam = args(
  {
    state: record(
      {
        t: taken("steps that were taken, 0 at the start"),
        m: vector("n", "running mean of the gradients, 0 at the start"),
        v: squares,
      },
      "what the steps before have left",
    ),
    p,
    g,
    lr: lr(0.001),
    beta1: decay("how much of m is kept, β₁", 0.9, "lr"),
    beta2: decay("how much of v is kept, β₂", 0.999, "beta1"),
    eps: eps("beta2"),
  },
  { sizes, accepts: ({ beta1 = 0.9, beta2 = 0.999 }) => beta1 !== beta2 },
);
export type Given = ArgsOf<typeof adam>;
export type After = { p: number[]; t: number; m: number[]; v: number[] };
