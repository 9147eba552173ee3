import {
  type ArgsOf,
  args,
  inReach,
  known,
  matrix,
  named,
  rows,
  sigmas,
} from "../../grader/exercise/form.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { product } from "../../reference/numbers/plain.ts";

export type Matrix = readonly (readonly number[])[];

const isInReach = inReach(6);

export const layer = args(
  {
    X: matrix("n m", "inputs, one example a row", { between: [-1.5, 1.5] }),
    W: matrix("m k", "weights, **in × out**: row j belongs to input j", { between: [-1.5, 1.5] }),
    sigma: known(sigmas, "function of one number, σ"),
  },
  {
    sizes: { n: [3, 5], m: [2, 4], k: [2, 4] },
    // Everywhere that a right or a wrong answer measures: in reach, and off the kink of leaky ReLU.
    accepts: ({ X, W, sigma }) => {
      const { value } = functionOf(sigma);
      return product(X, W)
        .flat()
        .every((net) => isInReach(net) && isInReach(value(net)));
    },
  },
);
export type Layer = ArgsOf<typeof layer>;

/** The call that the task shows, and the source's seeded numbers. */
export const example: Layer = {
  X: rows([1, -1, 0], [0, 1, 2]),
  W: rows([2], [-1], [1]),
  sigma: named("square"),
};
export const document: Layer = {
  X: rows(
    [-1.5775281559147785, -0.6664228010084432, 0.6391040609558614],
    [-0.561522179654433, 0.7372995933385904, -1.4230782121020191],
    [-1.443484289955704, -0.39128028896512757, 0.15393220380036676],
  ),
  W: rows(
    [0.7551081807377564, 0.25562492142607196],
    [-0.5610927053715519, -0.9750484066622127],
    [0.9809847829813684, -0.9587077635861763],
  ),
  sigma: named("sigmoid"),
};
export const oneOfEach: Layer = { X: [[1, -2]], W: rows([0.5], [1]), sigma: named("sigmoid") };
export const farOut: Layer = {
  X: rows([400, 0], [0, 900]),
  W: rows([2, -2, 3], [1, -1, -1]),
  sigma: named("sigmoid"),
};
export const square: Layer = { X: rows([1, 2], [0, -1]), W: rows([0.5, 1], [-1, 2]), sigma: named("cube") };
