import { describe, expect, it } from "vitest";
import exercise from "../../exercises/ex30-k-means/exercise.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import { scatteredPoints } from "../../reference/data/document-data.ts";
import { elbow, kMeans, updateCentroids } from "../../solutions/ex30-k-means.ts";

const { X: points, starts: centroids } = scatteredPoints(0);
const documentData = { X: points.map((x) => [...x]), starts: centroids.map((c) => [...c]) };

describe("the data of Machine Learning Visualized, 0.2", () => {
  const { X, starts } = documentData;

  it("starts from the document's centroids", () => {
    expect(starts.slice(0, 3)).toEqual([
      [91, 405],
      [423, 201],
      [710, 498],
    ]);
  });

  it("has the elbow of runs with starts of their own, 50324.92 at K = 3", () => {
    const inits = [1, 2, 3].map((K) => starts.slice(0, K));
    const [one, two, three] = elbow(X, inits, 8);
    expect(one).toBeCloseTo(158627.49, 2);
    expect(two).toBeCloseTo(62378.84, 2);
    expect(three).toBeCloseTo(50324.92, 2);
    expect(kMeans(X, inits[2]!, 8).wcss.at(-1)).toBeCloseTo(5032492.13, 2);
  });

  it("has the document's curve when K + 1 goes on from K with centroids cut to integers", () => {
    const curve: number[] = [];
    let centroids = starts;
    for (let K = 1; K <= 12; K++) {
      for (let e = 0; e < 8; e++) {
        const { labels, wcss } = kMeans(X, centroids.slice(0, K), 0);
        curve[K - 1] = wcss[0]! / X.length;
        const means = updateCentroids(X, labels, centroids.slice(0, K));
        centroids = [...means.map((c) => c.map(Math.trunc)), ...centroids.slice(K)];
      }
    }
    expect(curve.map((d) => d.toFixed(2))).toEqual(
      [
        158627.63, 62379.95, 47984.72, 40085.6, 28638.72, 24290.07, 20755.56, 15453.13, 12900.14, 12373.94,
        12023.81, 11002.26,
      ].map((d) => d.toFixed(2)),
    );
  });

  it("ends at 6237883.54 for K = 2 with real centroids, also when K = 2 goes on from K = 1", () => {
    const { centroids } = kMeans(X, starts.slice(0, 1), 8);
    expect(kMeans(X, [centroids[0]!, starts[1]!], 8).wcss.at(-1)).toBeCloseTo(6237883.54, 2);
  });
});

describe("the drawn inputs", () => {
  it("hold no tie that another route to the same distance turns", () => {
    const dot = (a: number[], b: number[]) => a.reduce((sum, aj, j) => sum + aj * b[j]!, 0);
    const routes = [
      (x: number[], c: number[]) => Math.hypot(...x.map((xj, j) => xj - c[j]!)),
      (x: number[], c: number[]) => dot(x, x) - 2 * dot(x, c) + dot(c, c),
    ];
    const fn = exercise.functions.kMeans!;
    for (const { inputs, expected } of [1, 2, 3, 4, 5].flatMap((seed) => valueCases(fn, seed, "routes"))) {
      const { X, init, epochs } = inputs as unknown as { X: number[][]; init: number[][]; epochs: number };
      const right = (valuesOf(expected) as { labels: number[] }).labels;
      for (const distance of routes) {
        const assigned = (centroids: number[][]) =>
          X.map((x) => {
            const distances = centroids.map((c) => distance(x, c));
            return distances.indexOf(Math.min(...distances));
          });
        let centroids = init;
        for (let e = 0; e < epochs; e++) centroids = updateCentroids(X, assigned(centroids), centroids);
        expect(assigned(centroids)).toEqual(right);
      }
    }
  });

  it("leave a cluster without points in a good share of the updates", () => {
    const cases = valueCases(exercise.functions.updateCentroids!, 1, "test");
    const empty = cases.filter(({ inputs }) => {
      const { labels, centroids } = inputs as { labels: number[]; centroids: number[][] };
      return centroids.some((_, k) => !labels.includes(k));
    });
    expect(empty.length).toBeGreaterThan(60);
    expect(empty.length).toBeLessThan(180);
  });

  it("leave a centroid without points in a good share of the runs, and hold exact ties", () => {
    const cases = valueCases(exercise.functions.kMeans!, 1, "test");
    const squared = (x: number[], c: number[]) => x.reduce((sum, xj, j) => sum + (xj - c[j]!) ** 2, 0);
    let [empty, ties] = [0, 0];
    for (const { inputs } of cases) {
      const { X, init } = inputs as { X: number[][]; init: number[][] };
      const { labels } = kMeans(X, init, 0);
      if (init.some((_, k) => !labels.includes(k))) empty++;
      const isTie = (x: number[], i: number) =>
        init.some((c, k) => k !== labels[i] && squared(x, c) === squared(x, init[labels[i]!]!));
      if (X.some(isTie)) ties++;
    }
    expect(empty).toBeGreaterThan(60);
    expect(ties).toBeGreaterThan(20);
  });
});
