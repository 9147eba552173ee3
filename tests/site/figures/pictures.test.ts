/**
 * The references that pictures are made of: held to those that answers are graded with, and to printed numbers.
 */
import { describe, expect, it } from "vitest";
import {
  HEIGHT,
  noisyLine,
  scatteredPoints,
  twoBlobs,
  WIDTH,
} from "../../../reference/data/document-data.ts";
import { fitPerceptron } from "../../../reference/linear-models/perceptron.ts";
import { exampleLoss } from "../../../reference/networks/sigmoid-network.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { kMeans } from "../../../reference/unsupervised/k-means.ts";
import { pca } from "../../../reference/unsupervised/pca.ts";
import { passesOf, predicts } from "../../../site/figures/fig16/perceptron-passes.ts";
import { clustersOf, farther, nearestTo, recentred, runsOf } from "../../../site/figures/fig26/clusters.ts";
import { directionsOf } from "../../../site/figures/fig27/directions.ts";
import { pathsTo, type WeightName } from "../../../site/figures/fig32/paths.ts";
import { prepared } from "../../../site/figures/prepared.ts";

const SQUARES = { metric: "euclid", centre: "mean" } as const;
const BLOCKS = { metric: "manhattan", centre: "median" } as const;

describe("clusters", () => {
  it("are those of the graded k-means: labels, centroids and J", () => {
    const { X, starts } = scatteredPoints(3);
    const ours = clustersOf(X, starts.slice(0, 5), 8, SQUARES);
    const graded = kMeans(lift(X as number[][]), lift(starts.slice(0, 5) as number[][]), 8);
    expect(ours[8]?.labels).toEqual(graded.labels);
    for (const [e, J] of graded.wcss.entries()) expect(ours[e]?.J).toBeCloseTo(J.value, 6);
    for (const [k, c] of graded.centroids.entries())
      for (const [j, cj] of c.entries()) expect(ours[8]?.centroids[k]?.[j]).toBeCloseTo(cj.value, 9);
  });

  it("have the numbers of the document's data: carried over, afresh, and with whole numbers", () => {
    const { X, starts } = scatteredPoints(0);
    const last = (carried: boolean, whole: boolean, K: number): number =>
      runsOf(X, starts, 8, { ...SQUARES, whole }, carried)[K - 1]?.[8]?.J as number;
    expect(last(false, false, 3)).toBeCloseTo(5032492.13, 2);
    expect(last(true, false, 3) / 100).toBeCloseTo(47984.11, 2);
    expect(last(true, true, 2)).toBe(6237995);
    expect(last(true, false, 2)).toBeCloseTo(6237883.54, 2);
  });

  it("start K = 2 of the document at the mean of K = 1, cut to whole numbers", () => {
    const { X, starts } = scatteredPoints(0);
    const run = runsOf(X, starts, 8, { ...SQUARES, whole: true }, true)[1];
    expect(run?.[0]?.centroids).toEqual([[625, 308], starts[1]]);
  });

  it("never let J rise where centre and metric fit, on 60 seeds", () => {
    for (let seed = 0; seed < 60; seed++) {
      const { X, starts } = scatteredPoints(seed);
      for (const g of [SQUARES, BLOCKS])
        clustersOf(X, starts.slice(0, 6), 10, g).forEach(({ J }, e, states) => {
          // Sums of 100 terms: rounding moves them by 100 u of their size.
          if (e > 0)
            expect(J, `seed ${seed}`).toBeLessThanOrEqual((states[e - 1]?.J as number) * (1 + 1e-13));
        });
    }
  });

  it("let J rise on some of 60 seeds where the mean meets Manhattan", () => {
    const rising = Array.from({ length: 60 }, (_, seed) => {
      const { X, starts } = scatteredPoints(seed);
      const g = { metric: "manhattan", centre: "mean" } as const;
      const Js = clustersOf(X, starts.slice(0, 6), 10, g).map(({ J }) => J);
      return Js.some((J, e) => e > 0 && J > (Js[e - 1] as number) * (1 + 1e-13));
    });
    expect(rising).toContain(true);
  });

  it("let J rise where decimals are cut and the old centroid is nearer to the mean than the cut one", () => {
    // The mean 2/3 is cut to 0: J goes from 1 to 2. The document's points are too many a cluster to show it.
    const Js = clustersOf([[0], [1], [1]], [[1]], 1, { ...SQUARES, whole: true }).map(({ J }) => J);
    expect(Js).toEqual([1, 2]);
  });

  it("leave a centroid without points where it is", () => {
    const centroids = [
      [0, 0],
      [50, 50],
    ];
    const [state] = clustersOf([[1, 1]], centroids, 0, SQUARES);
    expect(recentred([[1, 1]], state as NonNullable<typeof state>, SQUARES)).toEqual([
      [1, 1],
      [50, 50],
    ]);
  });

  it("have a field that is negative in a centroid's own region only", () => {
    const rng = random(5, "field");
    const { starts } = scatteredPoints(1);
    for (let draw = 0; draw < 200; draw++) {
      const p = [rng() * WIDTH, rng() * HEIGHT];
      for (const metric of ["euclid", "manhattan"] as const) {
        const own = nearestTo(p, starts, metric);
        const negative = starts.map((_, k) => k).filter((k) => farther(p, k, starts, metric) < 0);
        expect(negative).toEqual([own]);
      }
    }
  });
});

describe("passes of the perceptron", () => {
  it("are those of the graded one", () => {
    const { X, y } = twoBlobs(11, 60);
    const ours = passesOf(X, y, { w: [0.5, -0.25], b: 0.125 }, 6, {
      eta: 0.5,
      threshold: 0,
      order: "given",
      seed: 0,
    });
    const start = { w: lift([0.5, -0.25]), b: lift(0.125) };
    const graded = fitPerceptron(lift(X.map((x) => [...x])), y, start, lift(0.5), 6);
    expect(ours.slice(1).map((pass) => pass.errors)).toEqual(graded.errors.map((e) => e.value));
    expect(ours[6]?.b).toBeCloseTo(graded.b.value, 10);
    for (const [j, wj] of graded.w.entries()) expect(ours[6]?.w[j]).toBeCloseTo(wj.value, 10);
  });

  it("repeat the document's run: 49, 43, … 36, 36 errors and 97.2 %", () => {
    const { X, y } = twoBlobs(42);
    // N(0, 0.01²) from NumPy's seed 1
    const start = { w: [0.016243453636632415, -0.006117564136500754], b: 0 };
    const run = passesOf(X, y, start, 40, { eta: 10, threshold: 0.5, order: "given", seed: 0 });
    expect(run.slice(1, 9).map((pass) => pass.errors)).toEqual([49, 43, 44, 42, 37, 40, 32, 33]);
    expect(run.slice(-2).map((pass) => pass.errors)).toEqual([36, 36]);
    const last = run[40] as NonNullable<(typeof run)[40]>;
    expect(X.filter((x, i) => predicts(last, x, 0.5) === y[i]).length).toBe(972);
  });

  it("turn the boundary with η from a zero start at threshold 0.5, and do not at 0", () => {
    const { X, y } = twoBlobs(42);
    const direction = (eta: number, threshold: number): string => {
      const run = passesOf(X, y, { w: [0, 0], b: 0 }, 40, { eta, threshold, order: "given", seed: 0 });
      const w = run[40]?.w as readonly number[];
      return w.map((wj) => (wj / Math.hypot(...w)).toFixed(6)).join(" ");
    };
    const etas = [0.01, 0.1, 1, 10];
    // NumPy on its own points of seed 42. The same points stored with six decimals turn w in the sixth digit.
    expect(etas.map((eta) => direction(eta, 0))).toEqual(etas.map(() => "0.658985 -0.752156"));
    expect(etas.map((eta) => direction(eta, 0.5))).toEqual([
      "0.616109 -0.787661",
      "0.523919 -0.851768",
      "0.671735 -0.740791",
      "0.674646 -0.738141",
    ]);
  });
});

describe("principal directions", () => {
  it("are those of the graded pca, and the document's: 69.12, 17.52 and 13.36 %", () => {
    const X = lift(noisyLine(0) as number[][]);
    const { Z } = prepared(X, { centre: true, scale: true });
    const { values, vectors, shares } = directionsOf(Z);
    const graded = pca(X, 3);
    expect(values).toEqual(graded.eigVals.map((value) => value.value));
    expect(vectors).toEqual(graded.eigVecs.map((row) => row.map((v) => v.value)));
    expect(shares.map((share) => (100 * share).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
    for (const [k, value] of [2.08415529, 0.52810069, 0.4028194].entries())
      expect(values[k]).toBeCloseTo(value, 8);
  });

  it("turn without scaling or centring, as NumPy says", () => {
    const X = lift(noisyLine(0) as number[][]);
    const first = (centre: boolean, scale: boolean): string =>
      directionsOf(prepared(X, { centre, scale }).Z)
        .vectors.map((row) => (row[0] as number).toFixed(5))
        .join(" ");
    expect(first(true, false)).toBe("0.59417 0.52011 0.61355");
    expect(first(false, false)).toBe("0.59162 0.51942 0.61660");
    expect(first(false, true)).toBe("0.57946 0.55464 0.59717");
  });
});

describe("paths to a weight", () => {
  it("add up to reverse mode, for every weight and bias of 20 networks of 3 inputs, 2 to 4 units and 1 to 4 outputs", () => {
    for (let draw = 0; draw < 20; draw++) {
      const rng = random(draw, "paths");
      const [m, d, t] = [3, 2 + (draw % 3), 1 + (draw % 4)];
      const vector = (n: number): number[] => Array.from({ length: n }, () => normal(rng));
      const matrix = (rows: number, columns: number): number[][] =>
        Array.from({ length: rows }, () => vector(columns));
      const p = lift({ W1: matrix(d, m), b1: vector(d), W2: matrix(t, d), b2: vector(t) });
      const [x, y] = [lift(vector(m)), lift(vector(t))];
      const slopes = gradient(exampleLoss(x, y, p), p) as unknown as typeof p;
      const close = (name: WeightName, expected: Num): void => {
        const paths = pathsTo(name, x, y, p);
        expect(paths.length).toBe(name.layer === 1 ? t : 1);
        const total = paths.reduce((sum, path) => sum + path.product.value, 0);
        expect(total, JSON.stringify(name)).toBeCloseTo(expected.value, 13);
      };
      p.W1.forEach(
        (row, to) =>
          void row.forEach((_, from) => void close({ layer: 1, to, from }, slopes.W1[to]?.[from] as Num)),
      );
      p.W2.forEach(
        (row, to) =>
          void row.forEach((_, from) => void close({ layer: 2, to, from }, slopes.W2[to]?.[from] as Num)),
      );
      p.b1.forEach((_, to) => void close({ layer: 1, to }, slopes.b1[to] as Num));
      p.b2.forEach((_, to) => void close({ layer: 2, to }, slopes.b2[to] as Num));
    }
  });
});
