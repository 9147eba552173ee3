/** What both functions take. */
import { type ArgsOf, args, matrix, record } from "../../grader/exercise/form.ts";

export type Matrix = number[][];
export type Weights = { W1: Matrix; B1: Matrix; W2: Matrix; B2: Matrix };
export type Info = { M1: Matrix; N1: Matrix; O1: Matrix; M2: Matrix; P: Matrix };

// Weights up to 1½ keep most units off saturation.
const between = [-1.5, 1.5] as const;

export const network = args(
  {
    X: matrix("n m", "inputs, one example a row"),
    y: matrix("n 1", "targets, a column"),
    w: record<Weights>(
      {
        W1: matrix("m h", "hidden weights, in × out: column k belongs to hidden unit k", { between }),
        B1: matrix("1 h", "hidden biases, a matrix of one row", { between }),
        W2: matrix("h 1", "output weights, in × out", { between }),
        B2: matrix("1 1", "output bias", { between }),
      },
      "weights and biases",
    ),
  },
  { sizes: { n: [4, 6], m: [2, 4], h: [2, 4] } },
);
export type Network = ArgsOf<typeof network>;

export const column = (...entries: number[]): Matrix => entries.map((entry) => [entry]);
