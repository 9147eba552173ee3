/** What a network says at every point of a grid. */
import { claim, curedBy, equal, matrix, named } from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { callableOf, formulaOf } from "../../reference/functions/known.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { gridPoints } from "../../reference/numbers/spaced.ts";
import { first, halves, type Matrix, points, predicted, side } from "./args.ts";
import { grid, shown } from "./grid.ts";

/** A list in rows of n. */
const inRows = <T>(all: readonly T[], n: number): T[][] =>
  Array.from({ length: n }, (_, j) => all.slice(j * n, (j + 1) * n));
const valueAt = (predict: FunctionValue, x: number, y: number): number =>
  (callableOf(predict) as (point: number[]) => number)([x, y]);
/** Whether the class changes along a row exactly where the score changes its sign. */
const lineParts = (R: readonly (readonly Num[])[], scores: Matrix): boolean =>
  R.every((row, j) =>
    row.slice(1).every((next, i) => {
      const isSide = scores[j]![i]! * scores[j]![i + 1]! > 0;
      return isSide === (next.value === row[i]!.value);
    }),
  );

export const decisionRegions = predicted.answer<Matrix>({
  says: "What predict gives at every point of that grid, as a matrix.",
  formula: String.raw`R_{ji} = f(x_i, y_j), \text{ where } f \text{ may be } \text{argmax}_c f_c`,
  returns: matrix("n n", "R: row j belongs to the j-th y, from y0 on; column i to the i-th x"),
  is: ({ predict, x0, x1, y0, y1 }, { n }) =>
    inRows(
      gridPoints([x0, x1], [y0, y1], n).map((point) => formulaOf(predict)(point)),
      n,
    ),
  example: { predict: halves(1, 1, -1.5), ...shown },
  edges: {
    "one point": {
      given: { predict: first, ...shown, n: 1 },
      says: "With n = 1 there is the first corner alone, (−1, 0).",
      ifNaN: "n − 1 is 0, and 0/0 is NaN.",
    },
    ties: {
      given: { predict: halves(1, 1, 0), x0: -1, x1: 1, y0: -1, y1: 1, n: 3 },
      says: "On one diagonal both scores are 0. Which class that is, is for predict to say, and it says 0.",
    },
    "predict gives NaN": {
      given: { predict: named("sumOfLogs"), x0: -0.5, x1: 1.5, y0: 1, y1: 2, n: 3 },
      says: "A network that overflows says NaN, here in the first column. It stays NaN: as a class it would look like knowledge.",
    },
    "from high to low": {
      given: { predict: halves(1, 2, -1.5), x0: -1, x1: 1, y0: 2, y1: -1, n: 3 },
      says: "y0 may be above y1: then the first row is the highest.",
    },
  },
  laws: {
    "each entry is what predict says of the grid's point of the same place": (
      f,
      { predict, x0, x1, y0, y1, n },
      { ask },
    ) =>
      equal(
        f().flat(),
        ask(grid, { x0, x1, y0, y1, n }).map((point) => formulaOf(predict)(point) as Num),
      ),
    "a line parts two classes: between neighbours the class changes where the score changes its sign": (
      f,
      { x0, x1, y0, y1, n },
      { draw },
    ) => {
      const [a, b, c] = [draw.between(-1.5, 1.5), draw.between(-1.5, 1.5), draw.between(-1, 1)];
      const scores = points({ x0, x1, y0, y1, n }).map(([x, y]) => a * x! + b * y! + c);
      if (scores.some((score) => Math.abs(score) < 1e-6)) return false;
      const R = f({ predict: halves(a, b, c) });
      const rows = inRows(scores, n);
      return [
        claim(lineParts(R, rows), "only there, along rows"),
        claim(lineParts(transpose(R), transpose(rows)), "only there, along columns"),
      ];
    },
    "if predict gives x, every row runs from x0 to x1": (f, { x0, x1, n }) =>
      equal(
        f({ predict: first }),
        Array.from({ length: n }, () => side(x0, x1, n)),
      ),
    "with 2n − 1 points on a side the old entries are among the new": (f, { predict, n }) => {
      if (predict.fn === "argmaxOf") return false;
      const fine = f({ n: 2 * n - 1 });
      return equal(
        fine.filter((_, j) => j % 2 === 0).map((row) => row.filter((_, i) => i % 2 === 0)),
        f(),
      );
    },
    "x² + y² over the rectangle with its sides exchanged is the transposed picture": (
      f,
      { x0, x1, y0, y1 },
    ) => {
      const predict = named("sumOfSquares");
      return equal(f({ predict, x0: y0, x1: y1, y0: x0, y1: x1 }), transpose(f({ predict })));
    },
  },
  mistakes: curedBy(5, {
    "flipped-vertically": {
      is: ({ right }) => right.toReversed(),
      says: "The rows begin at y1, as a picture has them. Row 0 is that of y0.",
    },
    "coordinates-swapped": {
      is: ({ predict, ...at }) =>
        inRows(
          points(at).map(([x, y]) => valueAt(predict, y!, x!)),
          at.n,
        ),
      says: "predict gets [y, x]. A point is [x, y].",
    },
    transposed: {
      is: ({ right }) => transpose(right),
      says: "Rows and columns have changed places. Along a row x moves, from row to row y: R[j][i] is at (xᵢ, yⱼ).",
    },
    "end-point-missing": {
      is: ({ predict, x0, x1, y0, y1, n }) => {
        const at = { x0, x1: x1 - (x1 - x0) / n, y0, y1: y1 - (y1 - y0) / n, n };
        return inRows(
          points(at).map(([x, y]) => valueAt(predict, x!, y!)),
          n,
        );
      },
      step: 1,
      says: "The last column and the last row are missing: the steps are (x1 − x0)/n. Between n points there are n − 1 steps.",
    },
    "prediction-rounded": {
      is: ({ right }) => right.map((row) => row.map(Math.round)),
      says: "What predict gives is rounded. It stands in R as it is: a class, or a probability, whose fine steps a picture shows.",
    },
    "classes-made-of-it": {
      is: ({ right }) => right.map((row) => row.map((p) => (p > 0.5 ? 1 : 0))),
      says: "What predict gives is held against ½ and becomes 0 or 1. It stands in R as it is: a class, or a probability, whose fine steps a picture shows.",
    },
    "classes-by-the-sign": {
      is: ({ right }) => right.map((row) => row.map((p) => (p > 0 ? 1 : 0))),
      says: "What predict gives is held against 0 and becomes 0 or 1. It stands in R as it is: a class, or a number, whose fine steps a picture shows.",
    },
    "one-row-for-all": {
      is: ({ right }) => right.map(() => right[0]!),
      says: "All rows are the first one. Each row has its own y.",
    },
  }),
});
