/** Rows of probabilities and of labels, and what a loss says of them. */
import { type ArgsOf, args, type Draw, matrix, shares, vector } from "../../grader/exercise/form.ts";

const rowsOfShares = (draw: Draw): number[][] =>
  draw.list(draw.size("n"), () => shares(draw, draw.size("C")));

const sizes = { n: [3, 5], C: [3, 5] } as const;

export const predicted = args(
  {
    yHat: matrix("n C", "probabilities, softmax of Z; each row sums to 1", { draw: rowsOfShares }),
    yTrue: matrix("n C", "true classes, one-hot rows", { domain: "one-hot" }),
  },
  { sizes },
);
export const row = args({ z: vector("C", "logits of one example") }, { sizes: { C: [3, 5] } });
export const passedBack = args(
  {
    P: matrix("n C", "probabilities, softmax of Z; each row sums to 1", { draw: rowsOfShares }),
    dP: matrix("n C", "derivatives of a loss by P"),
  },
  { sizes },
);
export type Predicted = ArgsOf<typeof predicted>;
export type Row = ArgsOf<typeof row>;
export type PassedBack = ArgsOf<typeof passedBack>;
