import {
  type ArgsOf,
  args,
  courseSlope,
  inReach,
  known,
  matrix,
  sigmas,
} from "../../grader/exercise/form.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { dot } from "../../reference/numbers/num.ts";

export const weighted = args(
  {
    X: matrix("1 n", "one example, a row of n inputs", { between: [-2, 2] }),
    W: matrix("n 1", "weights, a column of n", { between: [-2, 2] }),
    sigma: known(sigmas, "function of one number, σ"),
  },
  {
    // Everywhere that a right or a wrong answer measures: in reach, and off the kink of leaky ReLU.
    accepts: ({ X, W, sigma }) => {
      const { net, value } = through({ X, W, sigma });
      const places = [net, value(net), ...X[0]!.map((x, i) => x * W[i]![0]!)];
      return places.every(inReach(6)) && Math.abs(functionOf(sigma).slope(net)) > 0.01;
    },
  },
);
export type Weighted = ArgsOf<typeof weighted>;

/** σ and its slope as it is measured, in plain numbers, the inputs with their weights, and the weighted sum. */
export function through({ X, W, sigma }: Weighted): {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly net: number;
} {
  const [x, w] = [X[0]!, W.map(([weight]) => weight!)];
  const { value } = functionOf(sigma);
  return { value, slope: (at) => courseSlope(value, at), x, w, net: dot(x, w).value };
}
