/**
 * The documents' random data come back: the numbers below were printed by NumPy and scikit-learn.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { noisyLine, scatteredPoints, twoBlobs } from "../../reference/data/document-data.ts";
import { numpyRandom } from "../../reference/randomness/mersenne-twister.ts";

const stored = resolve(import.meta.dirname, "../../../shared/curriculum/stored.json");

describe("the stream of NumPy's RandomState", () => {
  it("gives the first uniforms of seed 0", () => {
    const rng = numpyRandom(0);
    expect([rng.uniform(), rng.uniform(), rng.uniform()]).toEqual([
      0.5488135039273248, 0.7151893663724195, 0.6027633760716439,
    ]);
  });

  it("gives the first normals of seed 1, both of a pair", () => {
    const rng = numpyRandom(1);
    const drawn = [rng.normal(), rng.normal(), rng.normal()];
    for (const [i, value] of [1.6243453636632417, -0.6117564136500754, -0.5281717522634557].entries())
      expect(drawn[i]).toBeCloseTo(value, 15);
  });

  it("draws the whole words of MT19937 beyond the first block", () => {
    // The 10 000th number of the generator with its default seed, as the C++ standard demands it: 4123659995.
    const rng = numpyRandom(5489);
    for (let i = 0; i < 9999; i++) rng.integer(2 ** 32);
    expect(rng.integer(2 ** 32)).toBe(4123659995);
  });
});

describe("the documents' data", () => {
  it("has the three first centroids and the first points of k-means, seed 0", () => {
    const { X, starts } = scatteredPoints(0);
    expect(starts.slice(0, 3)).toEqual([
      [91, 405],
      [423, 201],
      [710, 498],
    ]);
    expect(X.slice(0, 3)).toEqual([
      [756, 149],
      [273, 110],
      [335, 25],
    ]);
    expect([X.length, starts.length]).toEqual([100, 12]);
  });

  it("has the first point of the noisy line, seed 0", () => {
    // −1 + 2·0.25 plus the first three normals times 0.25
    const [first] = noisyLine(0);
    for (const [j, e] of [0.44101309, 0.1000393, 0.2446845].entries())
      expect(first?.[j]).toBeCloseTo(e - 0.5, 7);
  });

  it("has equally many points of both classes, whatever the seed", () => {
    for (const seed of [0, 7, 42]) {
      const { y } = twoBlobs(seed);
      expect(y.filter((label) => label === 1).length).toBe(500);
    }
  });

  it.skipIf(!existsSync(stored))("has the stored blobs of seed 42, all of them", () => {
    const { X: points, y: labels } = JSON.parse(readFileSync(stored, "utf8")).blobs as {
      X: [number, number][];
      y: number[];
    };
    const { X, y } = twoBlobs(42);
    expect(y).toEqual(labels);
    // They are stored with six decimals.
    const away = X.map((x, i) => Math.max(...x.map((xj, j) => Math.abs(xj - (points[i]?.[j] as number)))));
    expect(Math.max(...away)).toBeLessThan(5.01e-7);
  });
});
