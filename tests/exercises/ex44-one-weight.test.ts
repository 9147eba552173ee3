import { describe, expect, test } from "vitest";
import exercise from "../../exercises/ex44-one-weight/exercise.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { expectedOf, valuesOf } from "../../grader/judge/expected.ts";
import { hiddenWeightGradient } from "../../solutions/ex44-one-weight.ts";

describe("ex44", () => {
  test("most drawn units are off saturation: the gradient of a case is seldom tiny", () => {
    for (const [name, fn] of Object.entries(exercise.functions)) {
      const tiny = valueCases(fn, 44, name).filter((c) => Math.abs(Number(valuesOf(c.expected))) < 1e-9);
      expect(tiny.length).toBeLessThan(40);
    }
  });

  test("saturated output units give exactly 0", () => {
    const p = { W1: [[2, -1]], b1: [0], W2: [[1], [-2], [4]], b2: [1000, -1000, 1000] };
    const given = { x: [1, 2], y: [0, 1, 0], p, i: 0, k: 1 };
    const fn = exercise.functions.hiddenWeightGradient!;
    expect(Math.abs(Number(valuesOf(expectedOf(fn, given))))).toBe(0);
    expect(Math.abs(hiddenWeightGradient(given.x, given.y, p, 0, 1))).toBe(0);
  });
});
