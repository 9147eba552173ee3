/** What the functions of ex12 take: examples, weights, and what a forward pass keeps of them. */
import { type ArgsOf, args, matrix, record } from "../../grader/exercise/form.ts";
import { linearForward } from "../../reference/linear-models/linear-regression.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";

export type Matrix = number[][];
export type Weights = { W: Matrix; B: Matrix };
export type Info = { X: Matrix; N: Matrix; P: Matrix; y: Matrix };

const X = matrix("n m", "inputs, one example a row");
const y = matrix("n 1", "targets, a column");
const weights = record<Weights>(
  { W: matrix("m 1", "weights, in × out: one row an input"), B: matrix("1 1", "bias, added to every row") },
  "the weights of the model",
);
export const info = record<Info>(
  {
    X: matrix("n m", "the inputs as they came"),
    N: matrix("n 1", "weighted inputs, XW"),
    P: matrix("n 1", "predictions, N + B"),
    y: matrix("n 1", "the targets as they came"),
  },
  "what the forward pass keeps for the way back",
);

// Examples are more than weights, so that a line through all of them is an exception.
const sizes = { n: [4, 6], m: [2, 3] } as const;

export const forwardPass = args({ X, y, weights }, { sizes });
export type Forward = ArgsOf<typeof forwardPass>;

/** What a forward pass keeps of these examples. */
export function kept({ X, y, weights }: Forward): Info {
  const { N, P } = linearForward(lift(X), lift(y), lift(weights));
  return { X, N: plainOf(N) as Matrix, P: plainOf(P) as Matrix, y };
}

export const backwardPass = args(
  { info, weights },
  { sizes, following: ({ info, weights }) => ({ info: kept({ ...info, weights }) }) },
);
export type Backward = ArgsOf<typeof backwardPass>;

/** The call of the way back for these examples. */
export const backwardOf = (given: Forward): Backward => ({ info: kept(given), weights: given.weights });

export const column = (...entries: number[]): Matrix => entries.map((entry) => [entry]);
