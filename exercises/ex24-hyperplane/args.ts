/** Examples for a training with labels −1 and 1: some on the boundary, unbalanced labels, starts at zero. */
import {
  type ArgsOf,
  args,
  matrix,
  quarterRate,
  scalar,
  startBias,
  startWeights,
  vector,
} from "../../grader/exercise/form.ts";

export const training = args(
  {
    X: matrix("n m", "examples, one a row"),
    y: vector("n", "their labels", {
      domain: "sign",
      // Unbalanced, and both labels occur.
      draw: (draw) => {
        const labels = draw.list(draw.size("n"), () => (draw.rng() < 0.35 ? 1 : -1));
        return labels.with(draw.integer(0, labels.length - 2), -1).with(labels.length - 1, 1);
      },
    }),
    w0: startWeights,
    b0: startBias,
    lr: quarterRate,
    epochs: scalar("number of passes over the examples", {
      domain: "integer",
      draw: (draw) => draw.pick([2, 3, 4, 5].filter((k) => k !== draw.size("n") && k !== draw.size("m"))),
    }),
  },
  { sizes: { n: [3, 5], m: [2, 3] } },
);
export type Training = ArgsOf<typeof training>;

/** A grid of 27 points; the plane through 0 across (1, 1, 1) goes through 7 of them, which count as +1. */
const side = [-1, 0, 1];
const points = side.flatMap((x) => side.flatMap((y) => side.map((z) => [x, y, z])));
export const grid = { X: points, y: points.map(([x = 0, y = 0, z = 0]) => (x + y + z >= 0 ? 1 : -1)) };
