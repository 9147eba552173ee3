import { type ArgsOf, args, matrix, rows } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product } from "../../reference/numbers/plain.ts";

const outIn = matrix("k m", "weights, **out × in**: row j belongs to unit j");

export const batch = args(
  {
    X: matrix("n m", "inputs of the layer, one example a row"),
    W: outIn,
    dZ: matrix("n k", "∂L/∂Z, how the loss follows the net inputs"),
  },
  { sizes: { n: [3, 5], m: [2, 4], k: [2, 4] } },
);
export const column = args(
  {
    W: outIn,
    x: matrix("m 1", "inputs of one example, as a column"),
    dz: matrix("k 1", "∂L/∂z, as a column"),
  },
  { sizes: { m: [2, 4], k: [2, 4] } },
);
export type Batch = ArgsOf<typeof batch>;
export type Column = ArgsOf<typeof column>;

export interface BatchGradients {
  readonly dW: number[][];
  readonly db: number[];
  readonly dX: number[][];
}
export interface ColumnGradients {
  readonly dW: number[][];
  readonly db: number[][];
  readonly dx: number[][];
}

/** Two inputs, three units. */
export const W = rows([1, -1], [0, 3], [2, 1]);
export const shown: Batch = { X: rows([2, 1], [0, -1]), W, dZ: rows([2, 1, 0], [-1, 0, 3]) };
export const square = rows([1, 2], [-3, 0.5]);

export const each = (A: readonly number[][], f: (a: number, i: number, j: number) => number): number[][] =>
  A.map((row, i) => row.map((a, j) => f(a, i, j)));
/** DᵀX in plain numbers. */
export const transposedTimes = (D: number[][], X: number[][]): number[][] => product(transpose(D), X);
