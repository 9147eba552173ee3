/** Four layers at the size of digits, as they are before training: no unit is saturated. */
import type { Draw } from "../../grader/exercise/form.ts";
import { plainActivations } from "../../reference/networks/layered-network-plain.ts";
import { normal } from "../../reference/randomness/random.ts";
import type { Backward, Forward } from "./args.ts";

const WIDTHS = [784, 15, 12, 11, 10] as const;
const n = 16;
const work = n * WIDTHS.slice(1).reduce((sum, width, l) => sum + width * WIDTHS[l]!, 0);
/** Chain behind an output: a product and a sum for each input of each layer, and a sigmoid. */
const roundings = WIDTHS.reduce((sum, width) => sum + width + 6, 0);

export const forwardAtFullSize = {
  says: "16 examples, 784-15-12-11-10",
  sizes: { n, m: WIDTHS[0], L: WIDTHS.length - 1 },
  work,
  roundings,
  draw: (draw: Draw): Forward => ({
    X: draw.matrix(n, WIDTHS[0], () => draw.rng()),
    Ws: WIDTHS.slice(1).map((width, l) =>
      draw.matrix(width, WIDTHS[l]!, () => normal(draw.rng) / Math.sqrt(WIDTHS[l]!)),
    ),
    bs: WIDTHS.slice(1).map((width) => draw.list(width, () => 0.1 * normal(draw.rng))),
  }),
};

/** The same network, with what its layers give; back through all of them, and over the examples. */
export const backwardAtFullSize = {
  ...forwardAtFullSize,
  sizes: { n, t: WIDTHS[4], L: WIDTHS.length - 1 },
  work: 2 * work,
  roundings: n + WIDTHS.slice(1).reduce((sum, width) => sum + width + 6, 0),
  draw: (draw: Draw): Backward => {
    const { X, Ws, bs } = forwardAtFullSize.draw(draw);
    const Y = draw.list(n, () => {
      const hot = draw.integer(0, WIDTHS[4] - 1);
      return draw.list(WIDTHS[4], (i) => (i === hot ? 1 : 0));
    });
    return { As: plainActivations(X, Ws, bs), Y, Ws };
  },
};
