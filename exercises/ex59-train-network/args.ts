/** What both functions of ex59 take. */
import { type ArgsOf, args, matrix, scalar, tuple } from "../../grader/exercise/form.ts";

export type Matrix = number[][];
export type Params = [Wh: Matrix, bh: Matrix, Wo: Matrix, bo: Matrix];

// Parameters up to 1½ keep most units off saturation and most probabilities off 0 and 1.
const between = [-1.5, 1.5] as const;

export const X = matrix("n m", "inputs, one example a row");

export const params = tuple<Params>(
  [
    matrix("m h", "hidden weights, in × out", { between }),
    matrix("1 h", "hidden biases, one row", { between }),
    matrix("h c", "output weights, in × out", { between }),
    matrix("1 c", "output biases, one row", { between }),
  ],
  "[Wh, bh, Wo, bo]: weights in × out, m × h and h × c, each followed by its biases, a matrix of one row",
);

/** Few examples and units: each iteration goes through the network and back. */
export const sizes = { n: [3, 5], m: [2, 3], h: [2, 4], c: [3, 4] } as const;

export const input = args({ X, params }, { sizes });

export const training = args(
  {
    X,
    Y: matrix("n c", "classes, one-hot rows", { domain: "one-hot" }),
    params,
    iterations: scalar("number of iterations, each over all examples", {
      domain: "integer",
      // Two tell momentum from plain descent, and each more goes through the network once more.
      draw: (draw) => draw.pick([2, 2, 2, 3]),
    }),
    lr: scalar("learning rate η", {
      draw: (draw) =>
        draw.family === "quarters" ? draw.pick([0.0625, 0.125, 0.25]) : draw.between(0.02, 0.3),
    }),
    mf: scalar("momentum factor μ, how much is kept of the last step", {
      // Not ½, where μ and 1 − μ are one.
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.75]) : draw.between(0.55, 0.95)),
    }),
  },
  { sizes },
);
export type Run = ArgsOf<typeof training>;
export type Fit = { params: Matrix[]; losses: number[] };
