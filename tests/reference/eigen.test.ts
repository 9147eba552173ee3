import { describe, expect, it } from "vitest";
import { eigenSymmetric } from "../../reference/unsupervised/eigen.ts";

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
