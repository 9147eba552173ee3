/** A plane over a grid. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  matrix,
  record,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { planeGrid } from "../../reference/linear-models/plane.ts";
import { transpose } from "../../reference/numbers/matrix.ts";

const plane = args(
  {
    scaling: scalar("points on each side of the grid, at least 2", {
      domain: "integer",
      draw: (draw) => draw.integer(3, 5),
    }),
    normal: vector("3", "normal (n₁, n₂, n₃) of the plane"),
  },
  { accepts: ({ normal }) => Math.abs(normal[2]!) >= 0.25 },
);
type Plane = ArgsOf<typeof plane>;

const side = (scaling: number): number[] =>
  Array.from({ length: scaling }, (_, k) => -1 + (2 * k) / (scaling - 1));

/** The grid with another height over each point. */
const over = ({ scaling }: Pick<Plane, "scaling">, height: (x: number, y: number) => number) => {
  const t = side(scaling);
  return {
    xx: t.map(() => t),
    yy: t.map((y) => t.map(() => y)),
    zz: t.map((y) => t.map((x) => height(x, y))),
  };
};

/** The plane over a grid with other places on its sides. */
const onGrid = (t: number[], [n1 = 0, n2 = 0, n3 = 0]: number[]) => ({
  xx: t.map(() => t),
  yy: t.map((y) => t.map(() => y)),
  zz: t.map((y) => t.map((x) => -(n1 * x + n2 * y) / n3)),
});

export const generateHyperplane = plane.answer<ReturnType<typeof onGrid>>({
  says: "The plane through 0 with the given normal, over a grid of the square from −1 to 1. Throws if n₃ is 0.",
  formula: "n_1 x + n_2 y + n_3 z = 0",
  returns: record(
    {
      xx: matrix("scaling scaling", "x of the grid points: from −1 to 1 along each row"),
      yy: matrix("scaling scaling", "y of the grid points: from −1 to 1 down each column"),
      zz: matrix("scaling scaling", "z of the plane over each of them"),
    },
    "the grid and the plane over it",
  ),
  is: ({ normal }, { scaling }) => ({ ...planeGrid(scaling, normal) }),
  example: { scaling: 3, normal: [1, 2, -2] },
  edges: {
    "two points a side": {
      given: { scaling: 2, normal: [1, 0.5, 2] },
      says: "The grid has the corners of the square alone.",
    },
    "a level plane": {
      given: { scaling: 3, normal: [0, 0, -2] },
      says: "The normal points straight down, and z is 0 everywhere.",
    },
    "an upright plane": {
      given: { scaling: 3, normal: [1, 2, 0] },
      throws: true,
      says: "n₃ = 0: over a grid point lies no point of the plane, or a whole line. The function throws.",
      ifInfinite: "Dividing by 0 gives Infinity, and a picture of it is empty without a word.",
      ifNaN: "Dividing by 0 gives Infinity or NaN, and a picture of it is empty without a word.",
    },
  },
  laws: {
    "every point lies on the plane: n₁x + n₂y + n₃z = 0": (f, { normal: [n1 = 0, n2 = 0, n3 = 0] }) => {
      const { xx, yy, zz } = f();
      const sums = zz.map((row, i) =>
        row.map((z, j) => z.times(n3).plus(xx[i]![j]!.times(n1)).plus(yy[i]![j]!.times(n2))),
      );
      return equal(
        sums,
        sums.map((row) => row.map(() => 0)),
      );
    },
    "three times the normal is the same plane": (f, { normal }) =>
      equal(f({ normal: normal.map((nk) => 3 * nk) }), f()),
    "n₁ and n₂ exchanged: the same heights with rows for columns": (
      f,
      { normal: [n1 = 0, n2 = 0, n3 = 0] },
    ) => equal(f({ normal: [n2, n1, n3] }).zz, transpose(f().zz)),
  },
  mistakes: curedBy(1, {
    "not-divided-by-n3": {
      is: ({ normal: [n1 = 0, n2 = 0], ...given }) => over(given, (x, y) => -(n1 * x + n2 * y)),
      says: "The height is not divided by n₃. The equation is n₃z = −(n₁x + n₂y).",
    },
    "x-and-y-exchanged": {
      is: ({ normal: [n1 = 0, n2 = 0, n3 = 0], ...given }) => over(given, (x, y) => -(n2 * x + n1 * y) / n3),
      says: "x is multiplied by n₂, and y by n₁. n₁ belongs to x.",
    },
    "sign-forgotten": {
      is: ({ normal: [n1 = 0, n2 = 0, n3 = 0], ...given }) => over(given, (x, y) => (n1 * x + n2 * y) / n3),
      says: "The minus is missing. On the other side of the equation n₁x + n₂y changes its sign.",
    },
    "only-y-divided": {
      is: ({ normal: [n1 = 0, n2 = 0, n3 = 0], ...given }) => over(given, (x, y) => -n1 * x - (n2 * y) / n3),
      says: "Only n₂y is divided by n₃. The whole sum is, so it needs brackets.",
    },
    "grid-turned": {
      is: ({ right: { xx, yy, zz } }) => ({ xx: transpose(xx), yy: transpose(yy), zz: transpose(zz) }),
      step: 2,
      says: "Rows and columns of the grid have changed places. x grows along a row, y from row to row.",
    },
    "xx-and-yy-exchanged": {
      is: ({ right: { xx, yy, zz } }) => ({ xx: yy, yy: xx, zz }),
      step: 2,
      says: "xx and yy have changed places, and the heights have not. xx grows along a row, yy from row to row.",
    },
    "from-zero": {
      is: ({ scaling, normal }) =>
        onGrid(
          side(scaling).map((_, k) => k / (scaling - 1)),
          normal,
        ),
      step: 2,
      says: "The grid begins at 0. It goes from −1 to 1, so that the origin lies in its middle.",
    },
    "end-left-out": {
      is: ({ scaling, normal }) =>
        onGrid(
          side(scaling).map((_, k) => -1 + (2 * k) / scaling),
          normal,
        ),
      step: 2,
      says: "The grid ends before 1. Between `scaling` points there are scaling − 1 gaps, so the step is 2/(scaling − 1).",
    },
  }),
});
