/** What holds for every input. */
import type { CallsLaw as Law } from "../../grader/exercise/exercise.ts";
import { atMost, claim, equal } from "../../grader/exercise/relations.ts";
import { kMeans, wcss } from "../../reference/k-means.ts";
import { mean, type Num, sum } from "../../reference/num.ts";
import { lift, plainOf } from "../../reference/tracked.ts";
import type { Clustering, Run, Runs, Update } from "./exercise.ts";

export const shifted = (row: readonly number[], by: number): number[] => row.map((xj) => xj + by);

const reordered = <T>(rows: readonly T[], order: readonly number[]): T[] => order.map((i) => rows[i]!);
/** The reverse is an order like any other, and law and calls agree on it. */
const reversed = (length: number): number[] => Array.from({ length }, (_, i) => length - 1 - i);

const SHIFT = 2.5;

export const stationary: Law<Update> = {
  says: "∂J/∂c = 0 at the new centroids of clusters with points",
  calls: (drawn) => [drawn],
  holds: ([after]: Num[][][], { X, labels }) =>
    after!.map((c, k) => {
      const members = lift(X.filter((_, i) => labels[i] === k));
      return equal(
        c.map((cj, j) => sum(members.map((x) => x[j]!.minus(cj)))),
        c.map(() => 0),
      );
    }),
};

export const neverWorse: Law<Update> = {
  says: "for the labels given, J is not larger than at the old centroids",
  calls: (drawn) => [drawn],
  holds: ([after]: Num[][][], { X, labels, centroids }) =>
    atMost(wcss(lift(X), after!, labels), wcss(lift(X), lift(centroids), labels)),
};

export const keepsTheMean: Law<Update> = {
  says: "the centroids, weighted by the sizes of their clusters, have the mean of the points",
  calls: (drawn) => [drawn],
  holds: ([after]: Num[][][], { X, labels }) => {
    const sizes = after!.map((_, k) => labels.filter((label) => label === k).length);
    const columns = X[0]!.map((_, j) => j);
    return equal(
      columns.map((j) => sum(after!.map((c, k) => c[j]!.times(sizes[k]!)))),
      columns.map((j) => sum(lift(X).map((x) => x[j]!))),
    );
  },
};

export const orderOfLabelledPoints: Law<Update> = {
  says: "the order of the points is irrelevant",
  calls: (drawn) => {
    const order = reversed(drawn.X.length);
    return [drawn, { ...drawn, X: reordered(drawn.X, order), labels: reordered(drawn.labels, order) }];
  },
  holds: ([after, other]: Num[][][]) => equal(other!, after!),
};

export const renamedClusters: Law<Update> = {
  says: "naming the clusters in another order only reorders the centroids",
  calls: (drawn) => {
    const K = drawn.centroids.length;
    return [
      drawn,
      {
        ...drawn,
        labels: drawn.labels.map((k) => K - 1 - k),
        centroids: reordered(drawn.centroids, reversed(K)),
      },
    ];
  },
  holds: ([after, renamed]: Num[][][]) => equal(renamed!, after!.toReversed()),
};

const labelsOf = ({ labels }: Clustering): number[] => labels.map((label) => label.value);

export const neverIncreases: Law<Run> = {
  says: "J never increases from epoch to epoch",
  calls: (drawn) => [{ ...drawn, epochs: 5 }],
  holds: ([{ wcss: J }]: [Clustering]) => J.slice(1).map((after, e) => atMost(after, J[e]!)),
};

export const belongTogether: Law<Run> = {
  says: "the last entry of wcss is J of the returned centroids and labels",
  calls: (drawn) => [drawn],
  holds: ([answer]: [Clustering], { X }) => {
    const labels = labelsOf(answer);
    if (!labels.every((k) => answer.centroids[k] !== undefined))
      return claim(false, "indices of centroids", labels);
    return equal(answer.wcss.at(-1)!, wcss(lift(X), answer.centroids, labels));
  },
};

/** Turns the first two coordinates by the angle with cosine 3/5 and sine 4/5, then shifts all. */
const moved = (x: readonly number[]): number[] =>
  shifted([0.6 * x[0]! - 0.8 * x[1]!, 0.8 * x[0]! + 0.6 * x[1]!, ...x.slice(2)], SHIFT);
const movedNums = (c: readonly Num[]): Num[] =>
  [c[0]!.times(0.6).minus(c[1]!.times(0.8)), c[0]!.times(0.8).plus(c[1]!.times(0.6)), ...c.slice(2)].map(
    (cj) => cj.plus(SHIFT),
  );

export const turnsAlong: Law<Run> = {
  says: "turning and shifting points and start turns and shifts the centroids, and leaves labels and J",
  calls: (drawn) => [drawn, { ...drawn, X: drawn.X.map(moved), init: drawn.init.map(moved) }],
  holds: ([here, there]: [Clustering, Clustering]) => [
    equal(there.centroids, here.centroids.map(movedNums)),
    equal(there.labels, here.labels),
    equal(there.wcss, here.wcss),
  ],
};

export const orderOfPoints: Law<Run> = {
  says: "the order of the points is irrelevant",
  calls: (drawn) => [drawn, { ...drawn, X: drawn.X.toReversed() }],
  holds: ([here, there]: [Clustering, Clustering]) => [
    equal(there.centroids, here.centroids),
    equal(there.labels, here.labels.toReversed()),
    equal(there.wcss, here.wcss),
  ],
};

export const oneClusterAtOnce: Law<Run> = {
  says: "a single centroid is at the mean of the points after one epoch, and stays there",
  calls: (drawn) => {
    const single = { ...drawn, init: drawn.init.slice(0, 1) };
    return [
      { ...single, epochs: 1 },
      { ...single, epochs: 3 },
    ];
  },
  holds: ([once, thrice]: [Clustering, Clustering], { X }) => {
    const centre = X[0]!.map((_, j) => mean(lift(X).map((x) => x[j]!)));
    return [equal(once.centroids, [centre]), equal(thrice.centroids, [centre])];
  },
};

/** Centroids that an epoch leaves where they are. */
function converged(X: readonly number[][], init: number[][]): number[][] {
  let now = init;
  // So few points have too few partitions to go on for longer.
  for (let epoch = 0; epoch < 30; epoch++) {
    const next = plainOf(kMeans(lift(X), lift(now), 1).centroids) as number[][];
    if (next.flat().every((c, i) => c === now.flat()[i])) break;
    now = next;
  }
  return now;
}

export const fixedPoint: Law<Run> = {
  says: "a converged run that goes on changes nothing",
  calls: (drawn) => {
    const init = converged(drawn.X, drawn.init);
    return [
      { ...drawn, init, epochs: 0 },
      { ...drawn, init },
    ];
  },
  holds: ([ended, goneOn]: [Clustering, Clustering]) => [
    equal(goneOn.centroids, ended.centroids),
    equal(goneOn.labels, ended.labels),
    ...goneOn.wcss.map((J) => equal(J, ended.wcss[0]!)),
  ],
};

export const meanNotSum: Law<Runs> = {
  says: "taking every point twice leaves the mean squared distances unchanged",
  calls: (drawn) => [drawn, { ...drawn, X: [...drawn.X, ...drawn.X] }],
  holds: ([once, twice]: Num[][]) => equal(twice!, once!),
};

export const scalesSquared: Law<Runs> = {
  says: "doubling all coordinates makes the mean squared distances 4 times as large",
  calls: (drawn) => {
    const doubled = (rows: readonly number[][]) => rows.map((row) => row.map((xj) => 2 * xj));
    return [drawn, { ...drawn, X: doubled(drawn.X), inits: drawn.inits.map(doubled) }];
  },
  holds: ([once, doubled]: Num[][]) =>
    equal(
      doubled!,
      once!.map((d) => d.times(4)),
    ),
};

export const runsApart: Law<Runs> = {
  says: "each run stands alone: without the runs before it, it gives the same",
  calls: (drawn) => [drawn, { ...drawn, inits: drawn.inits.slice(-1) }],
  holds: ([all, alone]: Num[][]) => equal(alone![0]!, all!.at(-1)!),
};

export const varianceForOne: Law<Runs> = {
  says: "for K = 1 it is the sum of the variances of the columns, divided by n",
  calls: (drawn) => [{ ...drawn, inits: drawn.inits.slice(0, 1) }],
  holds: ([answer]: Num[][], { X }) => {
    const columns = X[0]!.map((_, j) => lift(X).map((x) => x[j]!));
    const variances = columns.map((column) => mean(column.map((xj) => xj.minus(mean(column)).squared())));
    return equal(answer![0]!, sum(variances));
  },
};
