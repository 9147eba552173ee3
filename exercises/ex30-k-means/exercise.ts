import type { Draw } from "../../grader/exercise/draw.ts";
import { define, defineExercise, type InputsOf, type Law } from "../../grader/exercise/exercise.ts";
import { aMatrix, drawn, type Inputs } from "../../grader/exercise/inputs.ts";
import { atMost, claim, equal } from "../../grader/exercise/relations.ts";
import { list, matrix, record, scalar, vector } from "../../grader/exercise/types.ts";
import { elbow, kMeans, updateCentroids, wcss } from "../../reference/k-means.ts";
import { mean, Num, sum } from "../../reference/num.ts";
import { permutation } from "../../reference/random.ts";
import { lift, plainOf } from "../../reference/tracked.ts";

const points = aMatrix("n m");

const update = {
  X: points,
  // In half of the cases one cluster gets no point.
  labels: drawn(vector("n", "label"), (draw) => {
    const all = Array.from({ length: draw.size("K") }, (_, k) => k);
    const without = draw.pick([-1, draw.pick(all)]);
    const kept = all.filter((k) => k !== without);
    return draw.list(draw.size("n"), () => draw.pick(kept));
  }),
  centroids: aMatrix("K m"),
};
export type Update = InputsOf<typeof update>;

const shifted = (row: readonly number[], by: number): number[] => row.map((xj) => xj + by);

/**
 * Starts of all kinds: anywhere, at points, with a centroid twice, with one that no point is near, and with a
 * point midway between the first two.
 */
function start(draw: Draw, X: readonly number[][], K: number): number[][] {
  const width = X[0]!.length;
  const anywhere = draw.matrix(K, width);
  if (K === 1) return anywhere;
  const k = draw.integer(1, K - 1);
  switch (draw.integer(0, 5)) {
    case 0:
      return permutation(draw.rng, X.length)
        .slice(0, K)
        .map((i) => X[i]!.slice());
    case 1:
      return anywhere.with(k, anywhere[0]!.slice());
    case 2:
      return anywhere.with(draw.integer(0, K - 1), shifted(anywhere[0]!, draw.pick([-12, 12])));
    case 3: {
      const middle = draw.pick(X);
      return anywhere.with(
        k,
        anywhere[0]!.map((cj, j) => 2 * middle[j]! - cj),
      );
    }
    default:
      return anywhere;
  }
}

/** Often one: later epochs of so few points change little, and then old labels pass for new ones. */
const epochs = drawn(scalar("integer"), (draw) => draw.pick([1, 1, 2, 3]));

const run = {
  X: points,
  init: drawn(matrix("K m"), (draw, { X }: Inputs) => start(draw, X as number[][], draw.size("K"))),
  epochs,
};
export type Run = InputsOf<typeof run>;

const runs = {
  X: points,
  // One start each for K = 1, 2, …, T.
  inits: drawn(list(matrix("K m"), "T"), (draw, { X }: Inputs) =>
    draw.list(draw.size("T"), (t) => start(draw, X as number[][], t + 1)),
  ),
  epochs,
};
export type Runs = InputsOf<typeof runs>;

const reordered = <T>(rows: readonly T[], order: readonly number[]): T[] => order.map((i) => rows[i]!);
/** The reverse is an order like any other, and law and calls agree on it. */
const reversed = (length: number): number[] => Array.from({ length }, (_, i) => length - 1 - i);

const SHIFT = 2.5;

const stationary: Law<Update> = {
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

const neverWorse: Law<Update> = {
  says: "for the labels given, J is not larger than at the old centroids",
  calls: (drawn) => [drawn],
  holds: ([after]: Num[][][], { X, labels, centroids }) =>
    atMost(wcss(lift(X), after!, labels), wcss(lift(X), lift(centroids), labels)),
};

const keepsTheMean: Law<Update> = {
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

const orderOfLabelledPoints: Law<Update> = {
  says: "the order of the points is irrelevant",
  calls: (drawn) => {
    const order = reversed(drawn.X.length);
    return [drawn, { ...drawn, X: reordered(drawn.X, order), labels: reordered(drawn.labels, order) }];
  },
  holds: ([after, other]: Num[][][]) => equal(other!, after!),
};

const renamedClusters: Law<Update> = {
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

interface Clustering {
  readonly centroids: Num[][];
  readonly labels: Num[];
  readonly wcss: Num[];
}

const labelsOf = ({ labels }: Clustering): number[] => labels.map((label) => label.value);

const neverIncreases: Law<Run> = {
  says: "J never increases from epoch to epoch",
  calls: (drawn) => [{ ...drawn, epochs: 5 }],
  holds: ([{ wcss: J }]: [Clustering]) => J.slice(1).map((after, e) => atMost(after, J[e]!)),
};

const belongTogether: Law<Run> = {
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

const turnsAlong: Law<Run> = {
  says: "turning and shifting points and start turns and shifts the centroids, and leaves labels and J",
  calls: (drawn) => [drawn, { ...drawn, X: drawn.X.map(moved), init: drawn.init.map(moved) }],
  holds: ([here, there]: [Clustering, Clustering]) => [
    equal(there.centroids, here.centroids.map(movedNums)),
    equal(there.labels, here.labels),
    equal(there.wcss, here.wcss),
  ],
};

const orderOfPoints: Law<Run> = {
  says: "the order of the points is irrelevant",
  calls: (drawn) => [drawn, { ...drawn, X: drawn.X.toReversed() }],
  holds: ([here, there]: [Clustering, Clustering]) => [
    equal(there.centroids, here.centroids),
    equal(there.labels, here.labels.toReversed()),
    equal(there.wcss, here.wcss),
  ],
};

const oneClusterAtOnce: Law<Run> = {
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

const fixedPoint: Law<Run> = {
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

const meanNotSum: Law<Runs> = {
  says: "taking every point twice leaves the mean squared distances unchanged",
  calls: (drawn) => [drawn, { ...drawn, X: [...drawn.X, ...drawn.X] }],
  holds: ([once, twice]: Num[][]) => equal(twice!, once!),
};

const scalesSquared: Law<Runs> = {
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

const runsApart: Law<Runs> = {
  says: "each run stands alone: without the runs before it, it gives the same",
  calls: (drawn) => [drawn, { ...drawn, inits: drawn.inits.slice(-1) }],
  holds: ([all, alone]: Num[][]) => equal(alone![0]!, all!.at(-1)!),
};

const varianceForOne: Law<Runs> = {
  says: "for K = 1 it is the sum of the variances of the columns, divided by n",
  calls: (drawn) => [{ ...drawn, inits: drawn.inits.slice(0, 1) }],
  holds: ([answer]: Num[][], { X }) => {
    const columns = X[0]!.map((_, j) => lift(X).map((x) => x[j]!));
    const variances = columns.map((column) => mean(column.map((xj) => xj.minus(mean(column)).squared())));
    return equal(answer![0]!, sum(variances));
  },
};

export default defineExercise({
  title: "k-means: centroids, whole runs, the elbow",
  unit: 5,
  unitTitle: "k-means and PCA",
  source: "Machine Learning Visualized, 0.2.3 and 0.2.5",
  requires: ["ex29"],
  derivation: "k-means",
  symbols: {
    X: "points, one a row",
    labels: "index of each point's centroid",
    centroids: "centres of the clusters, one a row",
    init: "centroids to start from",
    inits: "starts, one matrix of centroids a run",
    epochs: "number of updates in a run",
    wcss: "J before each update and after the last: Σᵢ ‖xᵢ − c‖² with each point's own centroid c",
    n: "number of points",
    m: "number of coordinates",
    K: "number of clusters",
    T: "number of runs",
  },
  functions: {
    updateCentroids: define<Update>({
      inputs: update,
      returns: matrix("K m"),
      reference: ({ X, labels, centroids }) => updateCentroids(lift(X), labels, lift(centroids)),
      sizes: { n: [5, 8], m: [2, 4], K: [2, 4] },
      edges: {
        "empty cluster": {
          given: {
            X: [
              [1, 2],
              [3, 5],
            ],
            labels: [0, 0],
            centroids: [
              [0, 0],
              [7, -1],
            ],
          },
          says: "No point carries label 1: its centroid stays at (7, -1).",
        },
        "whole numbers": {
          given: {
            X: [
              [10, 4],
              [11, 6],
              [11, 8],
            ],
            labels: [0, 0, 0],
            centroids: [[9, 9]],
          },
          says: "The mean is (10.666…, 6): centroids are real numbers.",
        },
        "one point in each cluster": {
          given: {
            X: [
              [1, 2],
              [-3, 0.5],
            ],
            labels: [1, 0],
            centroids: [
              [0, 0],
              [0, 0],
            ],
          },
        },
        "one point": { given: { X: [[1.5, -2]], labels: [0], centroids: [[4, 4]] } },
      },
      laws: [stationary, neverWorse, keepsTheMean, orderOfLabelledPoints, renamedClusters],
    }),
    kMeans: define<Run>({
      inputs: run,
      returns: record({
        centroids: matrix("K m"),
        labels: vector("n", "label"),
        wcss: vector("epochs+1"),
      }),
      reference: ({ X, init, epochs }) => {
        const { centroids, labels, wcss } = kMeans(lift(X), lift(init), epochs);
        return { centroids, labels: labels.map((label) => new Num(label)), wcss };
      },
      sizes: { n: [6, 11], m: [2, 4], K: [2, 4] },
      sizedBy: { epochs: "epochs" },
      edges: {
        "empty cluster": {
          given: {
            X: [
              [0, 0],
              [1, 0],
              [0, 1],
            ],
            init: [
              [0, 0],
              [50, 50],
            ],
            epochs: 3,
          },
          says: "No point is near (50, 50): it stays there in every epoch.",
        },
        "two equal centroids at the start": {
          given: {
            X: [
              [0, 1],
              [2, 1],
              [4, -5],
            ],
            init: [
              [1, 1],
              [1, 1],
            ],
            epochs: 1,
          },
          says: "At equal distances the first index counts, so the second gets no point and stays.",
        },
        "a point midway": {
          given: {
            X: [
              [0, 0],
              [2, 0],
              [-2, 0],
            ],
            init: [
              [-1, 0],
              [1, 0],
            ],
            epochs: 1,
          },
          says: "The first point is as near to both centroids and belongs to the first.",
        },
        "as many centroids as points": {
          given: {
            X: [
              [0, 1],
              [3, 1],
              [-2, 5],
            ],
            init: [
              [0, 1],
              [3, 1],
              [-2, 5],
            ],
            epochs: 2,
          },
          says: "Every point is its own centroid, and J = 0.",
        },
        "whole numbers": {
          given: {
            X: [
              [10, 4],
              [11, 6],
              [11, 8],
            ],
            init: [[0, 0]],
            epochs: 2,
          },
          says: "The centroid is (10.666…, 6), not rounded.",
        },
        "no epoch": {
          given: {
            X: [
              [0, 1],
              [3, 1],
              [-2, 5],
            ],
            init: [
              [0, 0],
              [3, 4],
            ],
            epochs: 0,
          },
          says: "The start comes back with its labels and its J.",
        },
        "one point": { given: { X: [[1.5, -2]], init: [[4, 4]], epochs: 2 } },
      },
      laws: [neverIncreases, belongTogether, turnsAlong, orderOfPoints, oneClusterAtOnce, fixedPoint],
    }),
    elbow: define<Runs>({
      inputs: runs,
      returns: vector("T"),
      reference: ({ X, inits, epochs }) => elbow(lift(X), lift(inits), epochs),
      sizes: { n: [6, 9], m: [2, 4], T: [2, 4], K: [1, 1] },
      edges: {
        "as many centroids as points": {
          given: {
            X: [
              [0, 1],
              [3, 1],
              [-2, 5],
            ],
            inits: [
              [[0, 0]],
              [
                [0, 1],
                [3, 1],
                [-2, 5],
              ],
            ],
            epochs: 2,
          },
          says: "The second entry is 0: every point is its own centroid.",
        },
        "empty cluster": {
          given: {
            X: [
              [0, 0],
              [1, 0],
              [0, 1],
            ],
            inits: [
              [
                [0, 0],
                [50, 50],
              ],
            ],
            epochs: 2,
          },
        },
        "no epoch": {
          given: {
            X: [
              [0, 0],
              [2, 0],
            ],
            inits: [[[0, 0]], [[1, 1]]],
            epochs: 0,
          },
          says: "Without an update the distances to the start count.",
        },
        "one point": { given: { X: [[1.5, -2]], inits: [[[4, 4]]], epochs: 1 } },
      },
      laws: [meanNotSum, scalesSquared, runsApart, varianceForOne],
    }),
  },
  hints: [
    "A run alternates two steps. Which of them needs the labels, and which one makes them? And what is the mean of no points at all?",
    "Collect, for each centroid, the sum of its points and their number. Divide only where the number is not 0. In a run: which centroids do your labels belong to at the moment when you compute J?",
    "Assign, note J; then epochs times: update the centroids, assign again, note J. That makes epochs + 1 entries, and the labels of the last assignment go with the last centroids. The elbow divides the last J of each run by n.",
  ],
});
