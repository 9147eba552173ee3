import { describe, expect, test } from "vitest";
import { scatteredPoints } from "../../../reference/data/document-data.ts";
import * as dense from "../../../reference/dense/covariance.ts";
import { principalComponents } from "../../../reference/jobs/covariance.ts";
import { clusterPoints } from "../../../reference/jobs/k-means.ts";
import { num } from "../../../reference/numbers/num.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { kMeans } from "../../../reference/unsupervised/k-means.ts";

describe("clusters of many points", () => {
  const { X, starts } = scatteredPoints(0);
  const points = {
    X: Float64Array.from(X.flat()),
    m: 2,
    start: Float64Array.from(starts.slice(0, 5).flat()),
  };

  test("are those of the oracle, round by round", async () => {
    const as = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((x) => num(x)));
    const right = kMeans(as(X), as(starts.slice(0, 5)), 3);
    const found = await clusterPoints({ ...points, rounds: 3 });
    expect(Array.from(found.labels)).toEqual(right.labels);
    for (const [k, c] of right.centroids.flat().entries()) expect(found.centroids[k]).toBeCloseTo(c.value, 9);
    expect(found.wcss).toHaveLength(4);
    for (const [e, J] of right.wcss.entries()) expect(found.wcss[e]! / J.value).toBeCloseTo(1, 12);
  });

  test("settle, and J never rises on the way", async () => {
    const { settled, wcss } = await clusterPoints({ ...points, rounds: 100 });
    expect(settled).toBe(true);
    expect(wcss.length).toBeLessThan(100);
    for (let e = 1; e < wcss.length; e++) expect(wcss[e]!).toBeLessThanOrEqual(wcss[e - 1]!);
  });

  test("leave a centroid without points where it is", async () => {
    const found = await clusterPoints({
      X: Float64Array.of(0, 1, 2),
      m: 1,
      start: Float64Array.of(1, 50),
      rounds: 5,
    });
    expect(Array.from(found.centroids)).toEqual([1, 50]);
  });

  test("of more points than a piece holds are those of one pass over all", async () => {
    const rng = random(4, "clusters");
    const many = Float64Array.from({ length: 2 * 70_001 }, () => normal(rng));
    const start = many.slice(0, 6);
    const { centroids, labels } = await clusterPoints({ X: many, m: 2, start, rounds: 1 });
    const sums = [0, 1, 2].map(() => [0, 0, 0]);
    for (let i = 0; i < 70_001; i++) {
      const [x, y] = [many[2 * i]!, many[2 * i + 1]!];
      const d = [0, 1, 2].map((k) => (x - start[2 * k]!) ** 2 + (y - start[2 * k + 1]!) ** 2);
      const sum = sums[d.indexOf(Math.min(...d))]!;
      for (const [j, add] of [x, y, 1].entries()) sum[j]! += add;
    }
    for (const [k, [x, y, count]] of sums.entries()) {
      expect(centroids[2 * k]).toBeCloseTo(x! / count!, 11);
      expect(centroids[2 * k + 1]).toBeCloseTo(y! / count!, 11);
    }
    expect(labels).toHaveLength(70_001);
  });

  test("refuse NaN with its row and column", async () => {
    const X = Float64Array.of(0, 1, 2, Number.NaN);
    await expect(clusterPoints({ X, m: 2, start: X.slice(0, 2), rounds: 1 })).rejects.toThrow(
      /got NaN in row 1, column 1/,
    );
  });
});

describe("principal components of many rows", () => {
  test.each([
    [2, 1],
    [997, 5],
    [5000, 40],
  ])("of %i × %i come from the covariance of the twin", async (n, m) => {
    const rng = random(n, "components");
    // Far from 0, so that a covariance by Σx² − (Σx)²/n would lose its digits.
    const X = Float64Array.from({ length: n * m }, (_, q) => 1e4 + (1 + (q % m)) * normal(rng));
    const [S, mean] = [new Float64Array(m * m), new Float64Array(m)];
    dense.covariance(S, mean, X, { n, m });
    const found = await principalComponents(X, m);
    for (const [q, s] of S.entries())
      expect(Math.abs(found.covariance[q]! - s)).toBeLessThan(1e-9 * S[S.length - 1]!);
    const trace = Array.from({ length: m }, (_, j) => S[j * m + j]!).reduce((a, b) => a + b);
    expect(found.variances.reduce((a, b) => a + b) / trace).toBeCloseTo(1, 10);
    expect(found.shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  test("of one row, or with NaN, are refused", async () => {
    await expect(principalComponents(Float64Array.of(1, 2), 2)).rejects.toThrow(
      /two rows of 2 columns at least/,
    );
    await expect(principalComponents(Float64Array.of(1, 2, 3, Number.NaN), 2)).rejects.toThrow(
      /row 1, column 1/,
    );
  });
});
