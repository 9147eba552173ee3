/** Deep networks at the size of digits, as they are before training: no unit is saturated. */
import type { Draw } from "../../grader/exercise/form.ts";
import { plainActivations } from "../../reference/networks/layered-network-plain.ts";
import { normal } from "../../reference/randomness/random.ts";
import type { Backward, Forward } from "./args.ts";

const n = 16;

/** Chain behind an output: a product and a sum for each input of each layer, and a sigmoid. */
const chainOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width + 6, 0);

const forwardAt = (widths: readonly [number, ...number[]]) => ({
  says: `${n} examples, ${widths.join("-")}`,
  sizes: { n, m: widths[0], L: widths.length - 1 },
  work: n * widths.slice(1).reduce((sum, width, l) => sum + width * widths[l]!, 0),
  roundings: chainOf(widths),
  draw: (draw: Draw): Forward => ({
    X: draw.matrix(n, widths[0], () => draw.rng()),
    Ws: widths
      .slice(1)
      .map((width, l) => draw.matrix(width, widths[l]!, () => normal(draw.rng) / Math.sqrt(widths[l]!))),
    bs: widths.slice(1).map((width) => draw.list(width, () => 0.1 * normal(draw.rng))),
  }),
});

/** The same network, with what its layers give; back through all of them, and over the examples. */
const backwardAt = (widths: readonly [number, ...number[]]) => {
  const { says, work, sizes, draw: drawForward } = forwardAt(widths);
  const t = widths.at(-1)!;
  return {
    says,
    sizes: { n, t, L: sizes.L },
    work: 2 * work,
    roundings: n + chainOf(widths.slice(1)),
    draw: (draw: Draw): Backward => {
      const { X, Ws, bs } = drawForward(draw);
      const Y = draw.list(n, () => {
        const hot = draw.integer(0, t - 1);
        return draw.list(t, (i) => (i === hot ? 1 : 0));
      });
      return { As: plainActivations(X, Ws, bs), Y, Ws };
    },
  };
};

const usual = [784, 15, 12, 11, 10] as const;
const deep = [784, 100, 50, 10] as const;
export const forwardAtFullSize = { ...forwardAt(usual), deep: [forwardAt(deep)] };
export const backwardAtFullSize = { ...backwardAt(usual), deep: [backwardAt(deep)] };
