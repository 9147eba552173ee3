/** Each point to its nearest centroid. */
import { atMost, equal, rows, scaled, vector } from "../../grader/exercise/form.ts";
import { formulaOf } from "../../reference/functions/known.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { nearest, wcss } from "../../reference/unsupervised/k-means.ts";
import { type Assignment, assignment, manhattan, moved, squared } from "./args.ts";

type Plain = (x: number[], c: number[]) => number;

const EUCLIDEAN = { fn: "euclideanDistance" };
/** The distance that is asked for, on plain numbers. */
const asked =
  ({ distance = EUCLIDEAN }: Assignment): Plain =>
  (x, c) =>
    (formulaOf(distance)(lift([x, c])) as Num).value;

/** Labels by the distance given: of equal ones the first, or the last. */
const by = (
  { X, centroids }: Assignment,
  distance: Plain,
  isNearer = (d: number, least: number) => d < least,
) =>
  X.map((x) => {
    const distances = centroids.map((c) => distance(x, c));
    return distances.reduce((best, d, k) => (isNearer(d, distances[best]!) ? k : best), 0);
  });

/** Labels where the least distance goes on from point to point, and with it what was nearest, or not. */
const kept =
  (keepsNearest: boolean) =>
  (given: Assignment): number[] => {
    const distance = asked(given);
    let [least, nearestYet] = [Number.POSITIVE_INFINITY, 0];
    return given.X.map((x) => {
      if (!keepsNearest) nearestYet = 0;
      for (const [k, c] of given.centroids.entries()) {
        const d = distance(x, c);
        if (d < least) [least, nearestYet] = [d, k];
      }
      return nearestYet;
    });
  };
const notReset = {
  step: 2,
  says: "The least distance goes on from point to point, so that a later point only counts where it is nearer than all before it. Begin it anew for each point.",
};

const hasTies = (given: Assignment): boolean =>
  given.X.some((x) => {
    const all = given.centroids.map((c) => asked(given)(x, c));
    return new Set(all).size < all.length;
  });
const three = rows([0, 0], [4, 0], [0, 4]);
const values = (labels: readonly Num[]): number[] => labels.map(({ value }) => value);

export const assignClusters = assignment.answer<number[]>({
  says: "Index of the nearest centroid for each point, counted from 0; of equally near ones the first.",
  formula: String.raw`l_i = \arg\min_k d(x_i, c_k)`,
  returns: vector("n", "the labels, one a point", { domain: "label" }),
  is: ({ X, centroids }, { distance }) => {
    const formula = distance === undefined ? undefined : formulaOf(distance);
    const measure = formula && ((x: readonly Num[], c: readonly Num[]) => formula([x, c]) as Num);
    return X.map((x) =>
      num(x.some(({ value }) => Number.isNaN(value)) ? Number.NaN : nearest(x, centroids, measure)),
    );
  },
  example: { X: rows([1, 0], [3, 4], [2, 0]), centroids: rows([0, 0], [4, 0]), distance: undefined },
  edges: {
    "one centroid": {
      given: { X: rows([1, 2], [-3, 5]), centroids: [[0, 0]], distance: undefined },
      says: "There is nothing to choose: every label is 0.",
    },
    "a point midway": {
      given: { X: rows([2, 0], [0, 2], [2, 2]), centroids: three, distance: undefined },
      says: "Of equally near centroids the first counts: all labels are 0.",
    },
    "two equal centroids": {
      given: { X: rows([1, 1], [5, 0]), centroids: rows([4, 0], [1, 2], [1, 2]), distance: undefined },
      says: "The first of the two gets the point: the labels are 1 and 0.",
    },
    "more centroids than points": {
      given: { X: [[3, 1]], centroids: three, distance: undefined },
      says: "There is one label a point, however many centroids stay without one.",
    },
    "across or along the streets": {
      given: { X: [[0, 0]], centroids: rows([0, 5], [3, 3]), distance: { fn: "manhattanDistance" } },
      says: "With the Manhattan distance (0, 5) is nearer, 5 beside 6; straight across it would be (3, 3).",
    },
    "NaN in a coordinate": {
      given: { X: rows([4, 1], [Number.NaN, 0]), centroids: three, distance: undefined },
      mayThrow: true,
      says: "Nobody knows to which centroid the second point is nearest: the function throws a RangeError, or the label is NaN.",
      ifNumber:
        "No comparison with NaN is true, so that no centroid is found to be the nearest. A number hides that.",
    },
    "one coordinate": {
      given: { X: [[1], [4], [6]], centroids: [[5], [0]], distance: undefined },
      says: "The points are rows of a single number.",
    },
    "far away": {
      given: { X: [[1e18], [9e18], [8e18]], centroids: [[3e18], [7e18]], distance: undefined },
      says: "All distances are about 10¹⁸, and still the smaller one counts: the labels are 0, 1 and 1.",
      ifNumber:
        "Does the search for the smallest begin with Infinity, or with the first distance? Any other number may be too small.",
    },
  },
  laws: {
    "points and centroids moved together keep the labels": (f, { X, centroids }) =>
      equal(f({ X: moved(X), centroids: moved(centroids) }), f()),
    "everything four times as large keeps the labels": (f, { X, centroids }) =>
      equal(f({ X: scaled(X, 4), centroids: scaled(centroids, 4) }), f()),
    "centroids in the reverse order have the labels counted from the other end": (f, given) => {
      if (hasTies(given)) return false;
      const last = given.centroids.length - 1;
      return equal(
        f({ centroids: given.centroids.toReversed() }),
        f().map((label) => num(last).minus(label)),
      );
    },
    "each point is assigned by itself": (f, { X }) => equal(f({ X: [X[0]!] })[0]!, f()[0]!),
    "of all labels these have the smallest sum of squared Euclidean distances": (
      f,
      { X, centroids },
      { draw },
    ) => {
      const J = (labels: number[]) => wcss(lift(X), lift(centroids), labels);
      const others = X.map(() => draw.integer(0, centroids.length - 1));
      return atMost(J(values(f({ distance: undefined }))), J(others));
    },
  },
  mistakes: {
    "last-of-equally-near": {
      is: (given) => by(given, asked(given), (d, least) => d <= least),
      step: 2,
      says: "Of equally near centroids you take the last. The first counts: a later one has to be nearer, <, and not only as near.",
    },
    "first-coordinate-only": {
      is: (given) => by(given, ([x], [c]) => Math.abs(x! - c!)),
      step: "distances#step-3",
      says: "Only the first coordinate is compared. A distance is made of all coordinates.",
    },
    "always-manhattan": {
      is: (given) => by(given, manhattan),
      step: "distances#step-2",
      says: "The distance is always that along the axes. Where none is handed over, it is the Euclidean one; else the one handed over.",
    },
    "distance-ignored": {
      is: (given) => by(given, squared),
      step: "distances#step-5",
      says: "The distance is always the Euclidean one. That is its value only where it is left out; one that is handed over decides.",
    },
    farthest: {
      is: (given) => by(given, asked(given), (d, most) => d > most),
      step: 2,
      says: "These are the centroids that are farthest away. The nearest one has the smallest distance.",
    },
    "least-not-reset": { is: kept(false), ...notReset },
    "least-and-nearest-not-reset": { is: kept(true), ...notReset },
    "counted-from-one": {
      is: ({ right }) => right.map((label) => label + 1),
      step: 1,
      says: "The labels are counted from 1. They are places in the list of centroids, which begins with 0.",
    },
    "one-label-a-centroid": {
      is: (given) => by({ ...given, X: given.centroids, centroids: given.X }, (x, c) => asked(given)(c, x)),
      step: 2,
      says: "There is a label for each centroid, its nearest point. Asked for is the other way round: for each point its nearest centroid.",
    },
  },
});
