/** The points of a grid. */
import { claim, curedBy, equal, matrix } from "../../grader/exercise/form.ts";
import { mean } from "../../reference/numbers/num.ts";
import { gridPoints } from "../../reference/numbers/spaced.ts";
import { points, rectangle, side } from "./args.ts";

export const shown = { x0: -1, x1: 1, y0: 0, y1: 3, n: 3 };

export const grid = rectangle.answer({
  says: "The n² points of a grid over a rectangle, borders included, row by row.",
  formula: String.raw`(x_i, y_j), \quad x_i = x_0 + \frac{i}{n - 1} (x_1 - x_0)`,
  returns: matrix(
    "n^2 2",
    "the points [x, y]: all of the first row, from x0 to x1, then those of the second",
  ),
  is: ({ x0, x1, y0, y1 }, { n }) => gridPoints([x0, x1], [y0, y1], n),
  example: { ...shown, n: 2 },
  edges: {
    "one point": {
      given: { ...shown, n: 1 },
      says: "With n = 1 there is one point, the first corner, (−1, 0).",
      ifNaN: "n − 1 is 0, and 0/0 is NaN.",
    },
    "a side of length 0": {
      given: { x0: 0.5, x1: 0.5, y0: -1, y1: 1, n: 3 },
      says: "All columns are at x = 0.5. There are nine points all the same.",
    },
    "from high to low": {
      given: { x0: -1, x1: 1, y0: 2, y1: -1, n: 3 },
      says: "y0 may be above y1: the rows go down, as those of a picture do.",
    },
  },
  laws: {
    "it begins at (x0, y0), ends at (x1, y1), and has n² points": (f, { x0, x1, y0, y1, n }) => {
      const all = f();
      return [
        equal(all[0]!, [x0, y0]),
        equal(all.at(-1)!, [x1, y1]),
        claim(all.length === n * n, "n² points", all.length),
      ];
    },
    "with 2n − 1 points on a side the old ones are among the new, every second of every second row": (
      f,
      { n },
    ) => {
      const fine = f({ n: 2 * n - 1 });
      const kept = fine.filter((_, k) => k % 2 === 0 && Math.floor(k / (2 * n - 1)) % 2 === 0);
      return equal(kept, f());
    },
    "the mean of all points is the middle of the rectangle": (f, { x0, x1, y0, y1 }) => {
      const all = f();
      const of = (k: number) => mean(all.map((point) => point[k]!));
      return equal([of(0), of(1)], [(x0 + x1) / 2, (y0 + y1) / 2]);
    },
    "from the opposite corner it is the same list, backwards": (f, { x0, x1, y0, y1 }) =>
      equal(f({ x0: x1, x1: x0, y0: y1, y1: y0 }), f().toReversed()),
  },
  mistakes: curedBy(5, {
    "end-point-missing": {
      is: ({ x0, x1, y0, y1, n }) => points({ x0, x1: x1 - (x1 - x0) / n, y0, y1: y1 - (y1 - y0) / n, n }),
      step: 1,
      says: "The last column and the last row are missing: the steps are (x1 − x0)/n. Between n points there are n − 1 steps.",
    },
    "borders-left-out": {
      is: ({ x0, x1, y0, y1, n }) => {
        const [dx, dy] = [(x1 - x0) / (n + 1), (y1 - y0) / (n + 1)];
        return points({ x0: x0 + dx, x1: x1 - dx, y0: y0 + dy, y1: y1 - dy, n });
      },
      step: 1,
      says: "The points lie within the rectangle, with n + 1 steps. Both borders belong to the grid: n points have n − 1 steps between them.",
    },
    "column-by-column": {
      is: ({ x0, x1, y0, y1, n }) => side(x0, x1, n).flatMap((x) => side(y0, y1, n).map((y) => [x, y])),
      says: "The list goes column by column. It goes row by row: all x of the first y, then all x of the second.",
    },
    "diagonal-alone": {
      is: ({ x0, x1, y0, y1, n }) => side(x0, x1, n).map((x, k) => [x, side(y0, y1, n)[k]!]),
      says: "These are the n points of the diagonal. In a grid every x meets every y: n² points.",
    },
    "y-before-x": {
      is: (at) => points(at).map(([x, y]) => [y!, x!]),
      says: "The coordinates of each point have changed places. A point is [x, y].",
    },
    "rows-from-above": {
      is: (at) => points({ ...at, y0: at.y1, y1: at.y0 }),
      says: "The rows begin at y1, as a picture has them. Here the first row is that of y0.",
    },
    "one-step-for-both": {
      is: ({ x0, x1, y0, n }) => points({ x0, x1, y0, y1: y0 + (x1 - x0), n }),
      step: 1,
      says: "y takes the steps of x. The sides have lengths of their own: (y1 − y0)/(n − 1).",
    },
  }),
});
