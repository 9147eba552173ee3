import { exercise, matrix, record, vector } from "../../grader/exercise/form.ts";
import { num } from "../../reference/numbers/num.ts";
import { elbow, kMeans, updateCentroids } from "../../reference/unsupervised/k-means.ts";
import { run, runs, update } from "./args.ts";
import * as laws from "./laws.ts";
import * as mistakes from "./mistakes.ts";

const points = (...rows: number[][]): number[][] => rows;
const whole = points([10, 4], [11, 6], [11, 8]);
const corner = points([0, 0], [1, 0], [0, 1]);
const three = points([0, 1], [3, 1], [-2, 5]);
const oneFar = points([0, 0], [50, 50]);
const line = points([0], [1], [5], [12]);

export default exercise({
  title: "k-means: centroids, whole runs, the elbow",
  unit: 5,
  source: "Machine Learning Visualized, 0.2.3 and 0.2.5",
  requires: ["ex29"],
  derivation: "k-means",
  minutes: 60,
  symbols: {
    n: "number of points",
    m: "number of coordinates",
    K: "number of clusters",
    T: "number of runs",
  },
  functions: {
    updateCentroids: update.answer({
      says: "Centroids after one update: each moves to the mean of the points that carry its label. One without points stays where it is. Centroids are real numbers, also where all coordinates are whole.",
      returns: matrix("K m", "the new centroids"),
      is: ({ X, centroids }, { labels }) => updateCentroids(X, labels, centroids),
      features: {
        "a cluster is empty": ({ labels, centroids }) => centroids.some((_, k) => !labels.includes(k)),
      },
      example: { X: points([10, 4], [11, 6]), labels: [0, 0], centroids: points([9, 9], [2, 3]) },
      edges: {
        "empty cluster": {
          given: { X: points([1, 2], [3, 5]), labels: [0, 0], centroids: points([0, 0], [7, -1]) },
          says: "No point carries label 1: its centroid stays at (7, -1).",
          ifNaN: "The mean of no points is 0/0.",
        },
        "whole numbers": {
          given: { X: whole, labels: [0, 0, 0], centroids: [[9, 9]] },
          says: "The mean is (10.666…, 6): centroids are real numbers.",
        },
        "one point in each cluster": {
          given: { X: points([1, 2], [-3, 0.5]), labels: [1, 0], centroids: points([0, 0], [0, 0]) },
          says: "Each centroid moves onto the only point that carries its label.",
        },
        "one point": {
          given: { X: [[1.5, -2]], labels: [0], centroids: [[4, 4]] },
          says: "The mean of one point is that point.",
        },
        "one coordinate": {
          given: { X: [[1], [4], [6]], labels: [1, 0, 1], centroids: [[0], [9]] },
          says: "The points are rows of a single number, and so are the centroids, 4 and 3.5.",
        },
      },
      laws: laws.ofUpdate,
      mistakes: mistakes.ofUpdate,
    }),
    kMeans: run.answer({
      says: "A run of k-means: each epoch assigns every point to its nearest centroid, then updates the centroids. After the last update the points are assigned once more, so that labels and the last entry of wcss belong to the returned centroids. Of equally near centroids the first counts.",
      formula: String.raw`J = \sum_i \lVert x_i - c_{l_i} \rVert^2`,
      returns: record(
        {
          centroids: matrix("K m", "after the last update"),
          labels: vector("n", "index of the nearest of these centroids, for each point", { domain: "label" }),
          wcss: vector("epochs+1", "wcss[e] is J before update e, the last entry J of what is returned"),
        },
        "where the run ends, and J on the way",
      ),
      is: ({ X, init }, { epochs }) => {
        const { centroids, labels, wcss } = kMeans(X, init, epochs);
        return { centroids, labels: labels.map(num), wcss };
      },
      example: { X: line, init: [[0], [1]], epochs: 2 },
      edges: {
        "empty cluster": {
          given: { X: corner, init: oneFar, epochs: 3 },
          says: "No point is near (50, 50): it stays there in every epoch.",
          ifNaN: "The mean of no points is 0/0.",
        },
        "two equal centroids at the start": {
          given: { X: points([0, 1], [2, 1], [4, -5]), init: points([1, 1], [1, 1]), epochs: 1 },
          says: "At equal distances the first index counts, so the second gets no point and stays.",
        },
        "a point midway": {
          given: { X: points([0, 0], [2, 0], [-2, 0]), init: points([-1, 0], [1, 0]), epochs: 1 },
          says: "The first point is as near to both centroids and belongs to the first.",
        },
        "as many centroids as points": {
          given: { X: three, init: three, epochs: 2 },
          says: "Every point is its own centroid, and J = 0.",
        },
        "whole numbers": {
          given: { X: whole, init: [[0, 0]], epochs: 2 },
          says: "The centroid is (10.666…, 6), not rounded.",
        },
        "no epoch": {
          given: { X: three, init: points([0, 0], [3, 4]), epochs: 0 },
          says: "The start comes back with its labels and its J.",
        },
        "one point": {
          given: { X: [[1.5, -2]], init: [[4, 4]], epochs: 2 },
          says: "The first update brings the centroid onto the point: from then on J = 0.",
        },
        "one coordinate": {
          given: { X: [[1], [4], [6]], init: [[9], [0]], epochs: 2 },
          says: "The points are rows of a single number; the run ends with the centroids 6 and 2.5.",
        },
        "far away": {
          given: { X: [[1e9], [9e9], [8e9]], init: [[3e9], [7e9]], epochs: 1 },
          says: "Squared distances of 10¹⁸ are compared like any others: the labels are 0, 1 and 1.",
          ifNumber:
            "Does the search for the smallest begin with Infinity, or with the first distance? Any other number may be too small.",
        },
      },
      laws: laws.ofRun,
      mistakes: mistakes.ofRun,
    }),
    elbow: runs.answer({
      says: "The curve of the elbow: how far the points are from their centroids after a run of k-means, for each start. Every run starts from its own centroids, not from the end of the run before it.",
      formula: String.raw`\frac{1}{n} \sum_i \lVert x_i - c_{l_i} \rVert^2`,
      returns: vector("T", "the mean squared distance after the last update of each run"),
      is: ({ X, inits }, { epochs }) => elbow(X, inits, epochs),
      example: { X: line, inits: [[[0]], [[0], [1]]], epochs: 2 },
      edges: {
        "as many centroids as points": {
          given: { X: three, inits: [[[0, 0]], three], epochs: 2 },
          says: "The second entry is 0: every point is its own centroid.",
        },
        "empty cluster": {
          given: { X: corner, inits: [oneFar], epochs: 2 },
          says: "No point is near (50, 50): all three count to the other centroid.",
        },
        "no epoch": {
          given: { X: points([0, 0], [2, 0]), inits: [[[0, 0]], [[1, 1]]], epochs: 0 },
          says: "Without an update the distances to the start count.",
        },
        "one point": {
          given: { X: [[1.5, -2]], inits: [[[4, 4]]], epochs: 1 },
          says: "One update brings the centroid onto the point: the entry is 0.",
        },
        "one coordinate": {
          given: { X: [[1], [4], [6]], inits: [[[2]], [[9], [0]]], epochs: 2 },
          says: "The points are rows of a single number; a squared distance is then (x − c)².",
        },
      },
      laws: laws.ofElbow,
      mistakes: mistakes.ofElbow,
    }),
  },
  nouns: {
    squaredDistance: "the squared distance",
    distance: "the squared distance",
    least: "the least distance",
    best: "the nearest centroid",
    assign: "the assignment",
    J: "the sum of the distances",
    sizes: "the size of the cluster",
    sums: "the sum of the cluster",
  },
  hints: [
    "A run alternates two steps. Which of them needs the labels, and which one makes them? And what is the mean of no points at all?",
    "Collect, for each centroid, the sum of its points and their number. Divide only where the number is not 0. In a run: which centroids do your labels belong to at the moment when you compute J?",
    "Assign, note J; then epochs times: update the centroids, assign again, note J. That makes epochs + 1 entries, and the labels of the last assignment go with the last centroids. The elbow divides the last J of each run by n.",
  ],
});
