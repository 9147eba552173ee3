import type { Draw } from "../../grader/exercise/draw.ts";
import { define, defineExercise, type InputsOf } from "../../grader/exercise/exercise.ts";
import { aMatrix, drawn, type Inputs } from "../../grader/exercise/inputs.ts";
import { list, matrix, record, scalar, vector } from "../../grader/exercise/types.ts";
import { elbow, kMeans, updateCentroids } from "../../reference/k-means.ts";
import { Num } from "../../reference/num.ts";
import { permutation } from "../../reference/random.ts";
import { lift } from "../../reference/tracked.ts";
import {
  belongTogether,
  fixedPoint,
  keepsTheMean,
  meanNotSum,
  neverIncreases,
  neverWorse,
  oneClusterAtOnce,
  orderOfLabelledPoints,
  orderOfPoints,
  renamedClusters,
  runsApart,
  scalesSquared,
  shifted,
  stationary,
  turnsAlong,
  varianceForOne,
} from "./laws.ts";

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

export interface Clustering {
  readonly centroids: Num[][];
  readonly labels: Num[];
  readonly wcss: Num[];
}

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
          ifNaN: "The mean of no points is 0/0.",
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
        "one coordinate": { given: { X: [[1], [4], [6]], labels: [1, 0, 1], centroids: [[0], [9]] } },
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
          ifNaN: "The mean of no points is 0/0.",
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
        "one coordinate": { given: { X: [[1], [4], [6]], init: [[9], [0]], epochs: 2 } },
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
        "one coordinate": { given: { X: [[1], [4], [6]], inits: [[[2]], [[9], [0]]], epochs: 2 } },
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
