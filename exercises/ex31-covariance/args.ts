/** Data for both functions: columns of different scale and place, whose means are not 0. */
import { type ArgsOf, args, matrix } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean } from "../../reference/numbers/plain.ts";

export type Matrix = number[][];

const isSpread = (column: number[]): boolean => Math.max(...column) - Math.min(...column) > 0.2;

export const data = args(
  {
    X: matrix("n m", "examples, one a row", {
      draw: (draw) => {
        const columns = draw.list(draw.size("m"), () => [draw.pick([1, 2, 4]), draw.integer(-4, 4)] as const);
        return draw.list(draw.size("n"), () => columns.map(([scale, place]) => scale * draw.real() + place));
      },
    }),
  },
  { sizes: { n: [4, 7], m: [2, 3] }, accepts: ({ X }) => transpose(X).every(isSpread) },
);
export type Data = ArgsOf<typeof data>;

/** Columns less what `of` makes of each. */
export function less(X: Matrix, of: (column: number[]) => number): Matrix {
  const away = transpose(X).map(of);
  return X.map((row) => row.map((x, j) => x - away[j]!));
}
export const centredOf = (X: Matrix): Matrix => less(X, mean);
