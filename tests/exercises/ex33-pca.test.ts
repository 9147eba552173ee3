import { describe, expect, it } from "vitest";
import exercise from "../../exercises/ex33-pca/exercise.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import type { Value } from "../../grader/value.ts";
import { noisyLine } from "../../reference/data/document-data.ts";
import { eigenSymmetric } from "../../reference/unsupervised/eigen.ts";
import { pca } from "../../solutions/ex33-pca.ts";

describe("the data of Machine Learning Visualized, 0.3", () => {
  const { eigVals, eigVecs, variances } = pca(
    noisyLine(0).map((row) => [...row]),
    3,
  );

  it("has the eigenvalues 2.08415529, 0.52810069, 0.40281940", () => {
    expect(eigVals.map((value) => value.toFixed(8))).toEqual(["2.08415529", "0.52810069", "0.40281940"]);
    expect(eigVals.reduce((sum, value) => sum + value, 0)).toBeCloseTo((3 * 200) / 199, 12);
  });

  it("has 69.12, 17.52 and 13.36 % of the variance, and variances 2.07, 0.53, 0.40 over n", () => {
    const total = eigVals.reduce((sum, value) => sum + value, 0);
    expect(eigVals.map((value) => ((100 * value) / total).toFixed(2))).toEqual(["69.12", "17.52", "13.36"]);
    expect(variances.map((variance) => variance.toFixed(2))).toEqual(["2.07", "0.53", "0.40"]);
  });

  it("has the first direction (0.58180084, 0.55533668, 0.59422972), with its largest entry positive", () => {
    expect(eigVecs.map((row) => row[0]!.toFixed(8))).toEqual(["0.58180084", "0.55533668", "0.59422972"]);
  });
});

describe("pca", () => {
  it("passes with any signs, as long as projections go along, and not with a relative error of 1e-6", () => {
    const fn = exercise.functions.pca!;
    for (const { inputs, expected } of valueCases(fn, 1, "test").slice(0, 40)) {
      const { X, dims } = inputs as unknown as { X: number[][]; dims: number };
      const right = pca(X, dims);
      const differs = (answer: object) =>
        differenceOf(fn.align!(answer as Value, valuesOf(expected), inputs), expected) !== undefined;
      const flipped = (rows: number[][]) => rows.map((row) => row.map((x, k) => (k === 0 ? -x : x)));
      expect(differs(right)).toBe(false);
      expect(
        differs({ ...right, eigVecs: flipped(right.eigVecs), projected: flipped(right.projected) }),
      ).toBe(false);
      expect(differs({ ...right, projected: flipped(right.projected) })).toBe(true);
      for (const part of ["eigVecs", "projected"] as const) {
        const off = right[part].map((row) => row.map((x) => x * (1 + 1e-6)));
        expect(differs({ ...right, [part]: off })).toBe(true);
      }
      for (const part of ["eigVals", "variances"] as const) {
        expect(differs({ ...right, [part]: right[part].map((x) => x * (1 + 1e-6)) })).toBe(true);
      }
    }
  });
});

describe("eigenSymmetric", () => {
  const A = [
    [4, 1, -2],
    [1, 2, 0],
    [-2, 0, 3],
  ];
  const { values, vectors } = eigenSymmetric(A);

  it("solves A v = λ v with orthonormal columns", () => {
    for (const [k, value] of values.entries()) {
      for (const [i, row] of A.entries()) {
        const Av = row.reduce((sum, a, j) => sum + a * vectors[j]![k]!, 0);
        expect(Av).toBeCloseTo(value * vectors[i]![k]!, 13);
      }
      for (const l of values.keys()) {
        const product = vectors.reduce((sum, row) => sum + row[k]! * row[l]!, 0);
        expect(product).toBeCloseTo(k === l ? 1 : 0, 13);
      }
    }
  });

  it("sorts values in descending order, also for diagonal and zero matrices", () => {
    expect(values.toSorted((a, b) => b - a)).toEqual(values);
    expect(
      eigenSymmetric([
        [1, 0],
        [0, 3],
      ]),
    ).toEqual({
      values: [3, 1],
      vectors: [
        [0, 1],
        [1, 0],
      ],
    });
    expect(eigenSymmetric([[0]]).values).toEqual([0]);
  });
});
