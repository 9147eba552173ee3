/** The loss over a grid of lines. */
import { type ArgsOf, args, curedBy, equal, record, scalar, vector } from "../../grader/exercise/form.ts";
import { mseLoss } from "../../reference/linear-models/line.ts";
import { errorGrid } from "../../reference/linear-models/line-descent.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { meanSquare, x, y } from "./args.ts";

const axes = args(
  {
    x,
    y,
    N: scalar("number of values on each axis, at least 1", {
      domain: "integer",
      draw: (draw) => draw.integer(2, 3),
    }),
    wMax: scalar("end of the axis of w", { domain: "positive" }),
    bMax: scalar("end of the axis of b", { domain: "positive" }),
  },
  // Were both ends the same, it would not show that the axes have changed places.
  { accepts: ({ wMax, bMax }) => wMax !== bMax },
);
type Axes = ArgsOf<typeof axes>;
type Grid = { w: number[]; b: number[]; error: number[] };

/** A grid that is wrong: which line is at place k. */
function wrongly({ x, y, N }: Axes, at: (k: number) => readonly [w: number, b: number]): Grid {
  const lines = Array.from({ length: N * N }, (_, k) => at(k));
  return {
    w: lines.map(([w]) => w),
    b: lines.map(([, b]) => b),
    error: lines.map(([w, b]) => mseLoss(lift(x), lift(y), num(w), num(b)).value),
  };
}
/** The line at place k where `at` says how far along its axis a value lies. */
const along =
  ({ N, wMax, bMax }: Axes, at: (j: number) => number) =>
  (k: number): readonly [number, number] => [at(k % N) * wMax, at(Math.floor(k / N)) * bMax];

export const generateErrorRange = axes.answer<Grid>({
  says: "The mean squared error of N² lines: N slopes from 0 up to but without wMax, N intercepts likewise, and w runs fastest.",
  formula: String.raw`w = \frac{j}{N} w_{\max}, \; b = \frac{k}{N} b_{\max}, \; j, k = 0 \dots N - 1`,
  returns: record(
    {
      w: vector("N^2", "slopes: all N of them for the first b, then again for the next"),
      b: vector("N^2", "intercepts: N times the first, N times the next"),
      error: vector("N^2", "the loss of each of these lines"),
    },
    "the lines of the grid, and their losses",
  ),
  is: ({ x, y, wMax, bMax }, { N }) => errorGrid(x, y, N, wMax, bMax),
  example: { x: [1, 2], y: [3, 5], N: 2, wMax: 2, bMax: 4 },
  edges: {
    "one value an axis": {
      given: { x: [1, 2], y: [3, 5], N: 1, wMax: 2, bMax: 4 },
      says: "The only line is w = 0, b = 0.",
      ifNaN: "An axis of one value has no second one to be apart from: 0/0 is NaN.",
    },
    "one example": {
      given: { x: [2], y: [5], N: 2, wMax: 1, bMax: 3 },
      says: "The loss of each line is the square of one residual.",
    },
  },
  laws: {
    "twice as many values up to twice the ends: its first quarter is the same grid": (
      f,
      { N, wMax, bMax },
    ) => {
      const [grid, large] = [f(), f({ N: 2 * N, wMax: 2 * wMax, bMax: 2 * bMax })];
      const isIn = (k: number): boolean => k % (2 * N) < N && k < 2 * N * N;
      return (["w", "b", "error"] as const).map((part) =>
        equal(
          large[part].filter((_, k) => isIn(k)),
          grid[part],
        ),
      );
    },
    "raising all targets by one step of b moves the errors on by N places": (f, { y, N, bMax }) => {
      const raised = f({ y: y.map((yi) => yi + bMax / N) });
      return equal(raised.error.slice(N), f().error.slice(0, -N));
    },
    "along w the error bends by 2·(wMax/N)² times the mean of x², along b by 2·(bMax/N)²": (
      f,
      { x, N, wMax, bMax },
    ) => {
      if (N < 3) return false;
      const { error } = f();
      const bend = (apart: number): Num => error[0]!.minus(error[apart]!.times(2)).plus(error[2 * apart]!);
      return [equal(bend(1), 2 * (wMax / N) ** 2 * meanSquare(x)), equal(bend(N), 2 * (bMax / N) ** 2)];
    },
    "the first error, of the line w = 0, b = 0, is the mean of y²": (f, { y }) =>
      equal(f().error[0]!, meanSquare(y)),
  },
  mistakes: curedBy(10, {
    "intercept-runs-fastest": {
      is: ({ N, wMax, bMax, ...given }) =>
        wrongly({ N, wMax, bMax, ...given }, (k) => [(Math.floor(k / N) * wMax) / N, ((k % N) * bMax) / N]),
      says: "b runs fastest. All slopes come for the first b, then all again for the next: the loop over w is the inner one.",
    },
    "end-included": {
      is: (given) =>
        wrongly(
          given,
          along(given, (k) => k / (given.N - 1)),
        ),
      says: "The end belongs to the grid here, with a step of max/(N − 1). The step is max/N, and the last value is one step below the end.",
    },
    "start-left-out": {
      is: (given) =>
        wrongly(
          given,
          along(given, (k) => (k + 1) / given.N),
        ),
      says: "Each axis runs one step too far: its first value is 0, its last one step below the end.",
    },
    "middles-of-the-steps": {
      is: (given) =>
        wrongly(
          given,
          along(given, (k) => (k + 0.5) / given.N),
        ),
      says: "Each value lies in the middle of its step. The grid takes where the step begins, 0 first.",
    },
    "ends-swapped": {
      is: ({ wMax, bMax, ...given }) => {
        const swapped = { ...given, wMax: bMax, bMax: wMax };
        return wrongly(
          swapped,
          along(swapped, (k) => k / given.N),
        );
      },
      says: "The ends have changed places: w runs up to bMax, and b up to wMax.",
    },
    "sum-for-mean": {
      is: ({ right, x }) => ({ ...right, error: right.error.map((e) => e * x.length) }),
      step: 1,
      says: "The 1/n is missing from the error. It is the mean of the squared residuals, not their sum.",
    },
    "one-residual-each": {
      is: ({ right, x, y }) => ({
        ...right,
        error: right.error.map((_, k) => (y[0]! - (right.w[k]! * x[0]! + right.b[k]!)) ** 2),
      }),
      step: 1,
      says: "The error is that of the first example alone. Each line is held against all examples.",
    },
  }),
});
