/** The arguments: examples off the boundary and on it, for a threshold that is given and for one that is left out. */
import { type ArgsOf, args, matrix, optional, scalar, vector } from "../../grader/exercise/form.ts";
import { dot } from "../../reference/numbers/num.ts";

const X = matrix("n m", "features, one example a row");
const w = vector("m", "weights, one a feature");
const sizes = { n: [3, 7], m: [2, 5] } as const;

/** w·x + b of every example. */
export const nets = ({ X, w, b }: { X: number[][]; w: number[]; b: number }): number[] =>
  X.map((x) => dot(x, w).plus(b).value);

export const weighted = args({ X, w, b: scalar("bias") }, { sizes });
export type Weighted = ArgsOf<typeof weighted>;

export const predicted = args(
  {
    X,
    w,
    b: scalar("bias", {
      // In one case of three an example lies at 0.
      draw: (draw, { X, w }) =>
        draw.integer(0, 2) > 0
          ? draw.real()
          : -draw.pick(nets({ X: X as number[][], w: w as number[], b: 0 })) + 0,
    }),
    threshold: optional(
      scalar("smallest net input of class 1", {
        // In one case of two an example lies at the threshold.
        draw: (draw, { X, w, b }) =>
          draw.integer(0, 1) > 0
            ? draw.real()
            : draw.pick(nets({ X: X as number[][], w: w as number[], b: b as number })),
      }),
      0,
    ),
  },
  { sizes },
);
export type Predicted = ArgsOf<typeof predicted>;

export const stepped = args({
  z: scalar("net input", { draw: (draw) => (draw.integer(0, 2) > 0 ? draw.real() : 0) }),
  threshold: optional(
    scalar("smallest z of class 1", {
      draw: (draw, { z }) => (draw.integer(0, 1) > 0 ? draw.real() : (z as number)),
    }),
    0,
  ),
});
export type Stepped = ArgsOf<typeof stepped>;
