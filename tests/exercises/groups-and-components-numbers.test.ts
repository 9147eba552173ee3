/** Numbers that the sources print of k-means, eigenvectors and components: reference and model answer both give them. */
import { describe, expect, it } from "vitest";
import { noisyLine, scatteredPoints } from "../../reference/data/document-data.ts";
import { both } from "./both.ts";

type Matrix = number[][];

describe("ex32", async () => {
  const small = await both("ex32", "eigenvalues2x2");

  it("has the eigenvalues 3 and 2 of the document's matrix, whose library call the text lost", () => {
    for (const eigenvalues of small)
      expect(
        eigenvalues({
          A: [
            [4, -2],
            [1, 1],
          ],
        }),
      ).toEqual([3, 2]);
  });
});

describe("ex34", async () => {
  const shares = await both("ex34", "explainedVarianceRatio");

  it("has the shares 69.12, 17.52 and 13.36 % of the document's eigenvalues", () => {
    for (const ratios of shares) {
      const found: number[] = ratios({ eigVals: [2.08415529, 0.52810069, 0.4028194] });
      expect(found.map((share) => (100 * share).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
    }
  });
});

describe("ex30, on the data of Machine Learning Visualized, 0.2", async () => {
  const { X: points, starts: centroids } = scatteredPoints(0);
  const [X, starts] = [points.map((x) => [...x]), centroids.map((c) => [...c])];
  const [runs, elbows] = [await both("ex30", "kMeans"), await both("ex30", "elbow")];
  const updates = await both("ex30", "updateCentroids");
  type Run = { centroids: Matrix; labels: number[]; wcss: number[] };

  it("starts from the document's centroids", () => {
    expect(starts.slice(0, 3)).toEqual([
      [91, 405],
      [423, 201],
      [710, 498],
    ]);
  });

  it("has the elbow of runs with starts of their own, 50324.92 at K = 3", () => {
    const inits = [1, 2, 3].map((K) => starts.slice(0, K));
    for (const elbow of elbows) {
      const curve: number[] = elbow({ X, inits, epochs: 8 });
      expect(curve.map((d) => d.toFixed(2))).toEqual(["158627.49", "62378.84", "50324.92"]);
    }
    for (const kMeans of runs) {
      const { wcss }: Run = kMeans({ X, init: inits[2]!, epochs: 8 });
      expect(wcss.at(-1)).toBeCloseTo(5032492.13, 2);
    }
  });

  it("has the document's curve when K + 1 goes on from K with centroids cut to integers", () => {
    const [kMeans, updateCentroids] = [runs[1]!, updates[1]!];
    const curve: number[] = [];
    let now = starts;
    for (let K = 1; K <= 12; K++) {
      for (let e = 0; e < 8; e++) {
        const { labels, wcss }: Run = kMeans({ X, init: now.slice(0, K), epochs: 0 });
        curve[K - 1] = wcss[0]! / X.length;
        const means: Matrix = updateCentroids({ X, labels, centroids: now.slice(0, K) });
        now = [...means.map((c) => c.map(Math.trunc)), ...now.slice(K)];
      }
    }
    const printed = [
      158627.63, 62379.95, 47984.72, 40085.6, 28638.72, 24290.07, 20755.56, 15453.13, 12900.14, 12373.94,
      12023.81, 11002.26,
    ];
    expect(curve.map((d) => d.toFixed(2))).toEqual(printed.map((d) => d.toFixed(2)));
  });

  it("ends at 6237883.54 for K = 2 with real centroids, also when K = 2 goes on from K = 1", () => {
    for (const kMeans of runs) {
      const one: Run = kMeans({ X, init: starts.slice(0, 1), epochs: 8 });
      const two: Run = kMeans({ X, init: [one.centroids[0]!, starts[1]!], epochs: 8 });
      expect(two.wcss.at(-1)).toBeCloseTo(6237883.54, 2);
    }
  });
});

describe("ex33, on the data of Machine Learning Visualized, 0.3", async () => {
  const X = noisyLine(0).map((row) => [...row]);
  type Components = { eigVals: number[]; eigVecs: Matrix; variances: number[] };
  const components = (await both("ex33", "pca")).map((pca): Components => pca({ X, dims: 3 }));

  it("has the eigenvalues 2.08415529, 0.52810069, 0.40281940", () => {
    for (const { eigVals } of components) {
      expect(eigVals.map((value) => value.toFixed(8))).toEqual(["2.08415529", "0.52810069", "0.40281940"]);
      expect(eigVals.reduce((sum, value) => sum + value, 0)).toBeCloseTo((3 * 200) / 199, 12);
    }
  });

  it("has 69.12, 17.52 and 13.36 % of the variance, and variances 2.07, 0.53, 0.40 over n", () => {
    for (const { eigVals, variances } of components) {
      const total = eigVals.reduce((sum, value) => sum + value, 0);
      expect(eigVals.map((value) => ((100 * value) / total).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
      expect(variances.map((variance) => variance.toFixed(2))).toEqual(["2.07", "0.53", "0.40"]);
    }
  });

  it("has the first direction (0.58180084, 0.55533668, 0.59422972), with its largest entry positive", () => {
    for (const { eigVecs } of components) {
      const first = eigVecs.map((row) => row[0]!.toFixed(8));
      expect(first).toEqual(["0.58180084", "0.55533668", "0.59422972"]);
    }
  });
});
