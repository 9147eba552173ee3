/** What holds for every input. */
import { type Answer, atMost, claim, equal, type Laws, type Relation } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean, type Num, sum } from "../../reference/numbers/num.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";
import { kMeans, wcss } from "../../reference/unsupervised/k-means.ts";
import type { Run, Runs, Update } from "./args.ts";

export type Clustering = {
  readonly centroids: number[][];
  readonly labels: number[];
  readonly wcss: number[];
};

export const ofUpdate: Laws<Update, number[][]> = {
  "∂J/∂c = 0 at the new centroids of clusters with points": (f, { X, labels }) =>
    f().map((c, k) => {
      const members = lift(X.filter((_, i) => labels[i] === k));
      return equal(
        c.map((cj, j) => sum(members.map((x) => x[j]!.minus(cj)))),
        c.map(() => 0),
      );
    }),
  "for the labels given, J is not larger than at the old centroids": (f, { X, labels, centroids }) =>
    atMost(wcss(lift(X), f(), labels), wcss(lift(X), lift(centroids), labels)),
  "the centroids, weighted by the sizes of their clusters, have the mean of the points": (
    f,
    { X, labels },
  ) => {
    const sizeOf = (k: number): number => labels.filter((label) => label === k).length;
    const weighted = f().map((c, k) => c.map((cj) => cj.times(sizeOf(k))));
    return equal(transpose(weighted).map(sum), transpose(lift(X)).map(sum));
  },
  "the order of the points is irrelevant": (f, { X, labels }) =>
    equal(f({ X: X.toReversed(), labels: labels.toReversed() }), f()),
  "naming the clusters in another order only reorders the centroids": (f, { labels, centroids }) => {
    const renamed = labels.map((k) => centroids.length - 1 - k);
    return equal(f({ labels: renamed, centroids: centroids.toReversed() }), f().toReversed());
  },
};

const SHIFT = 2.5;
/** Turns the first two coordinates by the angle with cosine 3/5 and sine 4/5, then shifts all. */
const moved = (x: readonly Num[]): Num[] =>
  [x[0]!.times(0.6).minus(x[1]!.times(0.8)), x[0]!.times(0.8).plus(x[1]!.times(0.6)), ...x.slice(2)].map(
    (xj) => xj.plus(SHIFT),
  );

/** Two runs end in the same way. */
const alike = (one: Answer<Clustering>, other: Answer<Clustering>): readonly Relation[] => [
  equal(one.centroids, other.centroids),
  equal(one.labels, other.labels),
  equal(one.wcss, other.wcss),
];

/** Centroids that an epoch leaves where they are: so few points have too few partitions to go on for longer. */
function converged(X: readonly number[][], init: number[][]): number[][] {
  let now = init;
  for (let epoch = 0; epoch < 30; epoch++) {
    const next = plainOf(kMeans(lift(X), lift(now), 1).centroids) as number[][];
    if (next.flat().every((c, i) => c === now.flat()[i])) break;
    now = next;
  }
  return now;
}

export const ofRun: Laws<Run, Clustering> = {
  "J never increases from epoch to epoch": (f) => {
    const { wcss: J } = f({ epochs: 5 });
    return J.slice(1).map((after, e) => atMost(after, J[e]!));
  },
  "the last entry of wcss is J of the returned centroids and labels": (f, { X }) => {
    const answer = f();
    const labels = answer.labels.map((label) => label.value);
    if (!labels.every((k) => answer.centroids[k] !== undefined))
      return claim(false, "indices of centroids", labels);
    return equal(answer.wcss.at(-1)!, wcss(lift(X), answer.centroids, labels));
  },
  "turning and shifting points and start turns and shifts the centroids, and leaves labels and J": (
    f,
    { X, init },
  ) => {
    if (X[0]!.length < 2) return false;
    const here = f();
    const there = f({ X: lift(X).map(moved), init: lift(init).map(moved) });
    return alike(there, { ...here, centroids: here.centroids.map(moved) });
  },
  "the order of the points is irrelevant": (f, { X }) => {
    const here = f();
    return alike(f({ X: X.toReversed() }), { ...here, labels: here.labels.toReversed() });
  },
  "a single centroid is at the mean of the points after one epoch, and stays there": (f, { X, init }) => {
    const centre = transpose(lift(X)).map(mean);
    return [1, 3].map((epochs) => equal(f({ init: init.slice(0, 1), epochs }).centroids, [centre]));
  },
  "a converged run that goes on changes nothing": (f, given) => {
    const init = converged(given.X, given.init);
    const [ended, goneOn] = [f({ init, epochs: 0 }), f({ init })];
    return alike(goneOn, { ...ended, wcss: goneOn.wcss.map(() => ended.wcss[0]!) });
  },
};

const doubled = (rows: readonly number[][]): number[][] => rows.map((row) => row.map((xj) => 2 * xj));

export const ofElbow: Laws<Runs, number[]> = {
  "taking every point twice leaves the mean squared distances unchanged": (f, { X }) =>
    equal(f({ X: [...X, ...X] }), f()),
  "doubling all coordinates makes the mean squared distances 4 times as large": (f, { X, inits }) =>
    equal(
      f({ X: doubled(X), inits: inits.map(doubled) }),
      f().map((d) => d.times(4)),
    ),
  "each run stands alone: without the runs before it, it gives the same": (f, { inits }) =>
    equal(f({ inits: inits.slice(-1) }), f().slice(-1)),
  "for K = 1 it is the sum of the variances of the columns, divided by n": (f, { X, inits }) => {
    const variances = transpose(lift(X)).map((column) =>
      mean(column.map((xj) => xj.minus(mean(column)).squared())),
    );
    return equal(f({ inits: inits.slice(0, 1) }), [sum(variances)]);
  },
};
