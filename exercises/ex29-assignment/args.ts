/** Points and centroids, with what k-means meets: a centroid twice, a point midway between two. */
import { type ArgsOf, args, known, matrix, optional, vector } from "../../grader/exercise/form.ts";
import { total } from "../../reference/numbers/plain.ts";

export type Matrix = number[][];

const X = matrix("n m", "points, one a row");

const usual = matrix("K m", "centroids, one a row");
const centroids = matrix("K m", "centroids, one a row", {
  draw: (draw, { X }) => {
    const anywhere = draw.matrix(draw.size("K"), draw.size("m"));
    const k = draw.integer(1, anywhere.length - 1);
    const middle = draw.pick(X as Matrix);
    // Quarters only: there, midway is midway for every way of adding.
    const kind = draw.family === "quarters" ? draw.integer(0, 3) : 0;
    if (kind === 1) return anywhere.with(k, anywhere[0]!.slice());
    if (kind === 2)
      return anywhere.with(
        k,
        anywhere[0]!.map((c, j) => 2 * middle[j]! - c),
      );
    return anywhere;
  },
});
const sizes = { n: [5, 7], m: [2, 4], K: [2, 3] } as const;

export const assignment = args(
  {
    X,
    centroids,
    distance: optional(
      known(
        ["euclideanDistance", "manhattanDistance", "largestDifference"],
        "takes two points, gives the distance",
      ),
      "the Euclidean distance",
    ),
  },
  { sizes },
);
export type Assignment = ArgsOf<typeof assignment>;

export const labelled = args(
  {
    X,
    centroids: usual,
    labels: vector("n", "index 0 … K−1 of each point's centroid", {
      domain: "label",
      draw: (draw) => draw.list(draw.size("n"), () => draw.integer(0, draw.size("K") - 1)),
    }),
  },
  { sizes },
);
export type Labelled = ArgsOf<typeof labelled>;

export const apart = (x: number[], c: number[]): number[] => x.map((xj, j) => xj - c[j]!);
export const squared = (x: number[], c: number[]): number => total(apart(x, c).map((d) => d * d));
export const manhattan = (x: number[], c: number[]): number => total(apart(x, c).map(Math.abs));

/** All points by the same way. */
export const moved = (P: Matrix): Matrix => P.map((row) => row.map((x, j) => x + j - 1.5));
