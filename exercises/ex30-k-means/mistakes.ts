import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Run, Runs, Update } from "./exercise.ts";

type Matrix = number[][];
type Clustering = { readonly centroids: Matrix; readonly labels: number[]; readonly wcss: number[] };
type One = MistakeCase<Update, Matrix>;
type Whole = MistakeCase<Run, Clustering>;
type Curve = MistakeCase<Runs, number[]>;

const total = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
const mean = (terms: readonly number[]): number => total(terms) / terms.length;
const columnsOf = (rows: Matrix): Matrix => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));

function median(terms: readonly number[]): number {
  const sorted = terms.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

type Centre = (column: number[]) => number;

/** An update with another centre in place of the mean, or another fate of empty clusters. */
const updated = (
  { X, labels, centroids }: Update,
  centre: Centre = mean,
  empty: (old: number[]) => number[] = (old) => old,
): Matrix =>
  centroids.map((old, k) => {
    const members = X.filter((_, i) => labels[i] === k);
    return members.length === 0 ? empty(old) : columnsOf(members).map(centre);
  });

const squaredDistance = (x: number[], c: number[]): number => total(x.map((xj, j) => (xj - c[j]!) ** 2));

/** Nearest centroids; `last` lets the last of equally near ones count. */
const assigned = (X: Matrix, centroids: Matrix, last = false): number[] =>
  X.map((x) => {
    const distances = centroids.map((c) => squaredDistance(x, c));
    const least = Math.min(...distances);
    return last ? distances.lastIndexOf(least) : distances.indexOf(least);
  });

const J = (X: Matrix, centroids: Matrix, labels: number[]): number =>
  total(X.map((x, i) => squaredDistance(x, centroids[labels[i]!]!)));

interface Variant {
  readonly update?: (given: Update) => Matrix;
  readonly last?: boolean;
  /** Centroids before each update, for runs that forget them. */
  readonly from?: (now: Matrix) => Matrix;
  /** What is noted after each epoch. */
  readonly note?: (X: Matrix, centroids: Matrix, labels: number[], before: number[]) => number;
}

/** A run with a part exchanged; `before` are the labels of the last update. */
function ran(
  { X, init, epochs }: Run,
  { update = updated, last = false, from = (now) => now, note = J }: Variant = {},
): Clustering & { readonly before: number[] } {
  let centroids = init;
  let labels = assigned(X, centroids, last);
  let before = labels;
  const wcss = [note(X, centroids, labels, labels)];
  for (let e = 0; e < epochs; e++) {
    before = labels;
    centroids = update({ X, labels: before, centroids: from(centroids) });
    labels = assigned(X, centroids, last);
    wcss.push(note(X, centroids, labels, before));
  }
  return { centroids, labels, wcss, before };
}

const answer = ({ centroids, labels, wcss }: Clustering): Clustering => ({ centroids, labels, wcss });

function onlyOneEpoch(given: Whole): Clustering {
  const { centroids, labels, wcss } = ran({ ...given, epochs: 1 });
  return { centroids, labels, wcss: [...Array.from({ length: given.epochs }, () => wcss[0]!), wcss[1]!] };
}

/** Runs of which each starts with the centroids of the one before, and with the last of its own. */
function carriedOver({ X, inits, epochs }: Runs): number[] {
  let ended: Matrix = [];
  return inits.map((init) => {
    const { centroids, wcss } = ran({ X, init: [...ended, ...init.slice(ended.length)], epochs });
    ended = centroids;
    return wcss.at(-1)! / X.length;
  });
}

const eachRun = ({ X, inits, epochs }: Runs, of: (run: Clustering) => number): number[] =>
  inits.map((init) => of(ran({ X, init, epochs })));

const meanOf = (given: Runs, of: (run: Clustering) => number): number[] =>
  eachRun(given, of).map((value) => value / given.X.length);

const origin = (old: number[]): number[] => old.map(() => 0);

const originSays =
  "An empty cluster moves to the origin: a sum over no points is 0. Its centroid stays where it was.";
const truncatedSays =
  "The centroids are cut to whole numbers. That happens when a mean is stored in an integer array; centroids are real.";

export const mistakes = mistakesOf({
  updateCentroids: {
    "empty-becomes-nan": {
      is: (given: One) => updated(given, mean, (old) => old.map(() => Number.NaN)),
      says: "An empty cluster becomes NaN: 0/0, the mean of no points. Its centroid stays where it was.",
      read: "k-means#step-4",
    },
    "empty-to-origin": {
      is: (given: One) => updated(given, mean, origin),
      says: originSays,
      read: "k-means#step-4",
    },
    "empty-to-overall-mean": {
      is: (given: One) => updated(given, mean, () => columnsOf(given.X).map(mean)),
      says: "An empty cluster moves to the mean of all points. Its centroid stays where it was.",
      read: "k-means#step-4",
    },
    "truncated-to-integers": {
      is: (given: One) => updated(given, (column) => Math.trunc(mean(column))),
      says: truncatedSays,
      read: "k-means#step-3",
    },
    "divided-by-n": {
      is: (given: One) => updated(given, (column) => total(column) / given.X.length),
      says: "The sum is divided by the number of all points. A mean of |S| points divides by |S|.",
      read: "k-means#step-3",
    },
    "sum-for-mean": {
      is: (given: One) => updated(given, total),
      says: "The sum of the points is not divided. A centroid is their mean.",
      read: "k-means#step-3",
    },
    median: {
      is: (given: One) => updated(given, median),
      says: "This is the median of each coordinate. It makes the sum of |x − c| small; squared distances ask for the mean.",
      read: "k-means#step-3",
    },
    "averaged-with-old": {
      is: (given: One) => {
        const right = updated(given);
        return given.centroids.map((c, k) =>
          given.labels.includes(k) ? c.map((cj, j) => (cj + right[k]![j]!) / 2) : c,
        );
      },
      says: "The centroid goes half the way to the mean. The mean is where J is least, so it goes all the way.",
      read: "k-means#step-3",
    },
  },
  kMeans: {
    "only-one-epoch": {
      is: onlyOneEpoch,
      says: "Every epoch starts from init again, so the run never gets past its first update.",
      read: "k-means#step-5",
    },
    "wcss-with-old-labels": {
      is: (given: Whole) =>
        answer(ran(given, { note: (X, centroids, _, before) => J(X, centroids, before) })),
      says: "J is computed after the update with the labels from before it. Each entry takes the points at their nearest centroid of that moment.",
      read: "k-means#step-5",
    },
    "labels-before-last-update": {
      is: (given: Whole) => {
        const { centroids, wcss, before } = ran(given);
        return { centroids, labels: before, wcss };
      },
      says: "The labels belong to the centroids before the last update. After it the points are assigned once more.",
      read: "k-means#step-5",
    },
    "tie-to-last": {
      is: (given: Whole) => answer(ran(given, { last: true })),
      says: "Of equally near centroids the last one counts in your run. The first one does: compare with <, not ≤.",
      read: "k-means#step-2",
    },
    "empty-to-origin": {
      is: (given: Whole) => answer(ran(given, { update: (state) => updated(state, mean, origin) })),
      says: originSays,
      read: "k-means#step-4",
    },
    "truncated-to-integers": {
      is: (given: Whole) =>
        answer(ran(given, { update: (state) => updated(state, (column) => Math.trunc(mean(column))) })),
      says: truncatedSays,
      read: "k-means#step-3",
    },
    "mean-for-sum": {
      is: ({ right, X }: Whole) => ({ ...right, wcss: right.wcss.map((Je) => Je / X.length) }),
      says: "wcss is divided by n. J is a sum over the points; the mean is what elbow returns.",
      read: "k-means#step-1",
    },
    "distance-not-squared": {
      is: (given: Whole) =>
        answer(
          ran(given, {
            note: (X, centroids, labels) =>
              total(X.map((x, i) => Math.sqrt(squaredDistance(x, centroids[labels[i]!]!)))),
          }),
        ),
      says: "wcss adds up distances. J adds up their squares.",
      read: "k-means#step-1",
    },
  },
  elbow: {
    "sum-for-mean": {
      is: (given: Curve) => eachRun(given, ({ wcss }) => wcss.at(-1)!),
      says: "This is the sum of the squared distances. The curve shows their mean, so it is divided by n.",
      read: "k-means#step-6",
    },
    "before-last-update": {
      is: (given: Curve) => meanOf(given, ({ wcss }) => wcss.at(-2)!),
      says: "J is taken before the last update. The run ends with an update, and the value belongs to the centroids after it.",
      read: "k-means#step-6",
    },
    "carried-over": {
      is: carriedOver,
      says: "Each run goes on from the centroids of the one before. Every run has a start of its own.",
      read: "k-means#step-6",
    },
    "distance-not-squared": {
      is: (given: Curve) =>
        meanOf(given, ({ centroids, labels }) =>
          total(given.X.map((x, i) => Math.sqrt(squaredDistance(x, centroids[labels[i]!]!)))),
        ),
      says: "The distances are not squared before the mean is taken.",
      read: "k-means#step-1",
    },
    "mean-over-coordinates": {
      is: (given: Curve) => meanOf(given, ({ wcss }) => wcss.at(-1)! / given.X[0]!.length),
      says: "The sum is divided by n·m. A point's squared distance is a sum over its coordinates; the mean runs over the n points.",
      read: "k-means#step-6",
    },
  },
});
