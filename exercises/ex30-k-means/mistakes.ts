/** Wrong updates, wrong runs and wrong curves that students really write. */
import { curedBy, type Mistakes, times } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import type { Run, Runs, Update } from "./args.ts";

type Matrix = number[][];
type Clustering = { readonly centroids: Matrix; readonly labels: number[]; readonly wcss: number[] };

function median(terms: readonly number[]): number {
  const sorted = terms.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** An update with another centre in place of the mean, or another fate of empty clusters. */
const updated = (
  { X, labels, centroids }: Update,
  centre: (column: number[]) => number = mean,
  empty: (old: number[]) => number[] = (old) => old,
): Matrix =>
  centroids.map((old, k) => {
    const members = X.filter((_, i) => labels[i] === k);
    return members.length === 0 ? empty(old) : transpose(members).map(centre);
  });

const toOrigin = (given: Update): Matrix => updated(given, mean, (old) => old.map(() => 0));
const truncated = (given: Update): Matrix => updated(given, (column) => Math.trunc(mean(column)));

const squaredDistance = (x: number[], c: number[]): number => total(x.map((xj, j) => (xj - c[j]!) ** 2));

function nearest(x: number[], centroids: Matrix): number {
  const distances = centroids.map((c) => squaredDistance(x, c));
  return distances.indexOf(Math.min(...distances));
}

/** Squared distances of the points to the centroids of their labels. */
const squaredDistances = (X: Matrix, centroids: Matrix, labels: number[]): number[] =>
  X.map((x, i) => squaredDistance(x, centroids[labels[i]!]!));

/** The sum of the distances themselves. */
const distancesIn = (X: Matrix, { centroids, labels }: Clustering): number =>
  total(squaredDistances(X, centroids, labels).map(Math.sqrt));

/** A run with another update. */
function ran({ X, init, epochs }: Run, update = (given: Update) => updated(given)): Clustering {
  let centroids = init;
  const wcss: number[] = [];
  for (let e = 0; ; e++) {
    const labels = X.map((x) => nearest(x, centroids));
    wcss.push(total(squaredDistances(X, centroids, labels)));
    if (e >= epochs) return { centroids, labels, wcss };
    centroids = update({ X, labels, centroids });
  }
}

/** Other numbers in place of J, from the state that each belongs to and the one before it. */
const noted = (
  { right, ...given }: Run & { right: Clustering },
  note: (now: Clustering, before: Clustering) => number,
): Clustering => {
  const states = right.wcss.map((_, e) => ran({ ...given, epochs: e }));
  return { ...right, wcss: states.map((now, e) => note(now, states[Math.max(e - 1, 0)]!)) };
};

/** Of equally near centroids the last one is the first from behind. */
function lastOfNearest({ init, ...given }: Run): Clustering {
  const { centroids, labels, wcss } = ran({ ...given, init: init.toReversed() });
  return { centroids: centroids.toReversed(), labels: labels.map((label) => init.length - 1 - label), wcss };
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

/** The mean over the points of a number of each run. */
const curve = ({ X, inits, epochs }: Runs, of: (run: Clustering) => number): number[] =>
  inits.map((init) => of(ran({ X, init, epochs })) / X.length);

const emptyToOrigin = {
  step: 4,
  says: "An empty cluster moves to the origin: a sum over no points is 0. Its centroid stays where it was.",
};
const truncatedToIntegers = {
  step: 3,
  says: "The centroids are cut to whole numbers. That happens when a mean is stored in an integer array; centroids are real.",
};

/** The centroid counts as one of its points. */
const withItself = ({ X, labels, centroids }: Update): Matrix =>
  centroids.map((old, k) => transpose([old, ...X.filter((_, i) => labels[i] === k)]).map(mean));

/** One of the two in the middle, where there are two. */
const upperMedian = (terms: readonly number[]): number =>
  terms.toSorted((a, b) => a - b)[Math.floor(terms.length / 2)]!;

const ofMedian = {
  step: 3,
  says: "This is the median of each coordinate. It makes the sum of |x − c| small; squared distances ask for the mean.",
};

export const ofUpdate: Mistakes<Update, Matrix> = {
  "empty-becomes-nan": {
    is: (given) => updated(given, mean, (old) => old.map(() => Number.NaN)),
    step: 4,
    says: "An empty cluster becomes NaN: 0/0, the mean of no points. Its centroid stays where it was.",
  },
  "empty-to-origin": { is: toOrigin, ...emptyToOrigin },
  "empty-to-overall-mean": {
    is: (given) => updated(given, mean, () => transpose(given.X).map(mean)),
    step: 4,
    says: "An empty cluster moves to the mean of all points. Its centroid stays where it was.",
  },
  "truncated-to-integers": { is: truncated, ...truncatedToIntegers },
  "divided-by-n": {
    is: (given) => updated(given, (column) => total(column) / given.X.length),
    step: 3,
    says: "The sum is divided by the number of all points. A mean of |S| points divides by |S|.",
  },
  "sum-for-mean": {
    is: (given) => updated(given, total),
    step: 3,
    says: "The sum of the points is not divided. A centroid is their mean.",
  },
  median: { is: (given) => updated(given, median), ...ofMedian },
  "upper-median": { is: (given) => updated(given, upperMedian), ...ofMedian },
  "centroid-among-its-points": {
    is: withItself,
    step: 3,
    says: "The old centroid counts as one of its points. The new one is the mean of the points alone.",
  },
  "halfway-to-each-point": {
    is: ({ X, labels, centroids }) =>
      X.reduce(
        (all, x, i) => all.map((c, k) => (labels[i] === k ? c.map((cj, j) => (cj + x[j]!) / 2) : c)),
        centroids,
      ),
    step: 3,
    says: "The centroid goes halfway to each of its points in turn, so that the last one counts most. In the mean all count alike.",
  },
  "averaged-with-old": {
    is: ({ right, centroids }) => right.map((c, k) => c.map((cj, j) => (cj + centroids[k]![j]!) / 2)),
    step: 3,
    says: "The centroid goes half the way to the mean. The mean is where J is least, so it goes all the way.",
  },
};

export const ofRun: Mistakes<Run, Clustering> = curedBy(5, {
  "only-one-epoch": {
    is: ({ right, ...given }) => {
      const once = ran({ ...given, epochs: Math.min(given.epochs, 1) });
      return { ...once, wcss: right.wcss.map((_, e) => once.wcss.at(e < given.epochs ? 0 : -1)!) };
    },
    says: "Every epoch starts from init again, so the run never gets past its first update.",
  },
  "wcss-with-old-labels": {
    is: (given) => noted(given, (now, { labels }) => total(squaredDistances(given.X, now.centroids, labels))),
    says: "J is computed after the update with the labels from before it. Each entry takes the points at their nearest centroid of that moment.",
  },
  "labels-before-last-update": {
    is: ({ right, ...given }) => ({ ...right, labels: ran({ ...given, epochs: given.epochs - 1 }).labels }),
    says: "The labels belong to the centroids before the last update. After it the points are assigned once more.",
  },
  "ends-at-rest": {
    is: ({ right }) => {
      const rest = right.wcss.findIndex((J, e) => e > 0 && J === right.wcss[e - 1]);
      return { ...right, wcss: rest < 0 ? right.wcss : right.wcss.slice(0, rest + 1) };
    },
    says: "The run ends as soon as nothing moves. All its epochs are counted, and each has its J, the same as before where nothing moves.",
  },
  "start-without-its-j": {
    is: ({ right }) => ({ ...right, wcss: right.wcss.slice(1) }),
    says: "The first entry is missing: wcss[0] is J of the start, before any update. A run of E updates has E + 1 entries.",
  },
  "tie-to-last": {
    is: lastOfNearest,
    step: 2,
    says: "Of equally near centroids the last one counts in your run. The first one does: compare with <, not ≤.",
  },
  "empty-to-origin": { is: (given) => ran(given, toOrigin), ...emptyToOrigin },
  "truncated-to-integers": { is: (given) => ran(given, truncated), ...truncatedToIntegers },
  "mean-for-sum": {
    is: ({ right, X }) => ({ ...right, wcss: right.wcss.map((Je) => Je / X.length) }),
    step: 1,
    says: "wcss is divided by n. J is the sum of squared distances of the points; the mean is what elbow returns.",
  },
  "distance-not-squared": {
    is: (given) => noted(given, (now) => distancesIn(given.X, now)),
    step: 1,
    says: "wcss adds up distances. J adds up their squares.",
  },
});

export const ofElbow: Mistakes<Runs, number[]> = curedBy(6, {
  "sum-for-mean": {
    is: times("n"),
    says: "This is the sum of the squared distances. The curve shows their mean, so it is divided by n.",
  },
  "divided-by-the-clusters": {
    is: ({ right, X, inits }) => right.map((d, t) => (d * X.length) / inits[t]!.length),
    says: "The sum is divided by the number of centroids. The mean is over the points: divide by n.",
  },
  "before-last-update": {
    is: (given) => curve(given, ({ wcss }) => wcss.at(-2)!),
    says: "J is taken before the last update. The run ends with an update, and the value belongs to the centroids after it.",
  },
  "carried-over": {
    is: carriedOver,
    says: "Each run goes on from the centroids of the one before. Every run has a start of its own.",
  },
  "distance-not-squared": {
    is: (given) => curve(given, (run) => distancesIn(given.X, run)),
    step: 1,
    says: "The distances are not squared before the mean is taken.",
  },
  "mean-over-coordinates": {
    is: times("1/m"),
    says: "The sum is divided by n·m. A point's squared distance is a sum over its coordinates; the mean runs over the n points.",
  },
});
