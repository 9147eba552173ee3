/** How far all points are from their centroids. */
import { atMost, curedBy, equal, rows, scalar, scaled, times } from "../../grader/exercise/form.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import { wcss as withinClusters } from "../../reference/unsupervised/k-means.ts";
import { apart, type Labelled, labelled, type Matrix, manhattan, moved, squared } from "./args.ts";
import { assignClusters } from "./assign.ts";

const SCALE = -3;
/** A sum over the points of what each makes with its own centroid. */
const summed = ({ X, centroids, labels }: Labelled, of: (x: number[], c: number[]) => number): number =>
  total(X.map((x, i) => of(x, centroids[labels[i]!]!)));

export const wcss = labelled.answer<number>({
  says: "Within-cluster sum of squares: the squared Euclidean distances of all points to the centroids of their labels.",
  formula: String.raw`J = \sum_i \lVert x_i - c_{l_i} \rVert^2`,
  returns: scalar("J, at least 0"),
  is: ({ X, centroids }, { labels }) => withinClusters(X, centroids, labels),
  example: { X: rows([1, 0], [3, 4], [2, 0]), centroids: rows([0, 0], [4, 0]), labels: [0, 1, 0] },
  edges: {
    "points on their centroids": {
      given: { X: rows([4, 0], [0, 0], [4, 0]), centroids: rows([0, 0], [4, 0]), labels: [1, 0, 1] },
      says: "No point is away from its centroid: J = 0.",
    },
    "a label that is not the nearest": {
      given: { X: [[1, 0]], centroids: rows([1, 0], [4, 4]), labels: [1] },
      says: "The label decides, also where another centroid is nearer: 9 + 16 = 25.",
    },
    "a centroid without points": {
      given: { X: rows([1, 1], [2, 0]), centroids: rows([0, 0], [90, 90]), labels: [0, 0] },
      says: "A centroid that no point belongs to adds nothing: J = 6.",
    },
    "one coordinate": {
      given: { X: [[1], [4], [6]], centroids: [[5], [0]], labels: [1, 0, 0] },
      says: "The points are rows of a single number: J = 1 + 1 + 1.",
    },
  },
  laws: {
    "points and centroids moved together keep J": (f, { X, centroids }) =>
      equal(f({ X: moved(X), centroids: moved(centroids) }), f()),
    "−3 times everything has 9 times the J": (f, { X, centroids }) =>
      equal(f({ X: scaled(X, SCALE), centroids: scaled(centroids, SCALE) }), f().times(SCALE ** 2)),
    "the order of the points is irrelevant, and all of them twice have twice the J": (f, { X, labels }) => [
      equal(f({ X: X.toReversed(), labels: labels.toReversed() }), f()),
      equal(f({ X: [...X, ...X], labels: [...labels, ...labels] }), f().times(2)),
    ],
    "J is 0 where every point sits on its centroid": (f, { centroids, labels }) =>
      equal(f({ X: labels.map((k) => centroids[k]!.slice()) }), 0),
    "no labels have a smaller J than those of assignClusters": (f, { X, centroids }, { ask }) => {
      const nearest = ask(assignClusters, { X, centroids, distance: undefined });
      return atMost(f({ labels: nearest }), f());
    },
    "one centroid more never raises the J of the nearest labels": (f, { X, centroids }, { ask }) => {
      const more = [...centroids, X[0]!.slice()];
      const best = (C: Matrix) =>
        f({ centroids: C, labels: ask(assignClusters, { X, centroids: C, distance: undefined }) });
      return atMost(best(more), best(centroids));
    },
  },
  mistakes: curedBy(1, {
    "not-squared": {
      is: (given) => summed(given, (x, c) => Math.hypot(...apart(x, c))),
      says: "The distances are not squared. It is the sum of the squares that the mean of a cluster makes smallest.",
    },
    "mean-for-sum": {
      is: times("1/n"),
      step: 6,
      says: "The sum is divided by n. J is the sum itself; its mean comes with the elbow, where it is called so.",
    },
    "every-centroid": {
      is: ({ X, centroids }) => total(X.flatMap((x) => centroids.map((c) => squared(x, c)))),
      says: "The distances to all centroids are added. Of the K distances of a point only the one to its own centroid counts.",
    },
    "nearest-for-labelled": {
      is: ({ X, centroids }) => total(X.map((x) => Math.min(...centroids.map((c) => squared(x, c))))),
      says: "The nearest centroid counts for each point, whatever its label. J belongs to the labels that are handed over, good or bad.",
    },
    "sum-before-square": {
      is: (given) => summed(given, (x, c) => total(apart(x, c)) ** 2),
      says: "The differences of a point are added up, and their sum is squared. Each difference is squared by itself.",
    },
    "means-for-centroids": {
      is: (given) => {
        const own = (x: number[]): number[][] =>
          given.X.filter((_, i) => given.labels[i] === given.labels[given.X.indexOf(x)]);
        return summed(given, (x) =>
          squared(
            x,
            x.map((_, j) => mean(own(x).map((other) => other[j]!))),
          ),
        );
      },
      says: "The distances are those to the mean of the points with the same label. J asks for the centroids that are handed over, also where they are not the means yet.",
    },
    "absolute-differences": {
      is: (given) => summed(given, manhattan),
      says: "The absolute differences are added. J is about the squares of the Euclidean distance.",
    },
    "root-of-the-sum": {
      is: ({ right }) => Math.sqrt(right),
      says: "This is the root of the sum. J is the sum of the squares itself, without a root.",
    },
  }),
});
