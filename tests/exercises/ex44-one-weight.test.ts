import { describe, expect, test } from "vitest";
import exercise from "../../exercises/ex44-one-weight/exercise.ts";
import { argumentsOf, valueCases } from "../../grader/judge/cases.ts";
import { differenceOf } from "../../grader/judge/compare.ts";
import { expectedOf, valuesOf } from "../../grader/judge/expected.ts";
import type { Value } from "../../grader/value.ts";
import * as solution from "../../solutions/ex44-one-weight.ts";

const functions = Object.entries(exercise.functions);
const answer = (name: string, args: readonly Value[]): Value =>
  (solution as unknown as Record<string, (...args: readonly Value[]) => Value>)[name]!(...args);

describe("ex44", () => {
  const p = { W1: [[2, -1]], b1: [0], W2: [[1], [-2], [4]], b2: [-0.5, 1, -2] };
  const [x, y] = [
    [1, 2],
    [0, 1, 0],
  ];

  test("the task's example: all units at one half, three paths", () => {
    expect(solution.outputWeightGradient(x, y, p, 1, 0)).toBeCloseTo(-1 / 24, 15);
    expect(solution.hiddenWeightGradient(x, y, p, 0, 1)).toBeCloseTo(7 / 24, 15);
  });

  test("the source's factor 2(a − y) is t times too large", () => {
    const printed = 2 * (0.5 - 1) * 0.25 * 0.5;
    expect(printed / solution.outputWeightGradient(x, y, p, 1, 0)).toBeCloseTo(3, 12);
  });

  test.each(functions)("closed form and reverse mode of %s agree", (name, fn) => {
    for (const { inputs, expected, sizes } of valueCases(fn, 44, name)) {
      expect(sizes.t).not.toBe(2);
      expect(differenceOf(answer(name, argumentsOf(fn, inputs)), expected)).toBeUndefined();
    }
  });

  test("most drawn units are off saturation: the gradient of a case is seldom tiny", () => {
    for (const [name, fn] of functions) {
      const tiny = valueCases(fn, 44, name).filter((c) => Math.abs(Number(valuesOf(c.expected))) < 1e-9);
      expect(tiny.length).toBeLessThan(40);
    }
  });

  test("a saturated output unit gives exactly 0", () => {
    const saturated = { ...p, b2: [1000, -1000, 1000] };
    const fn = exercise.functions.hiddenWeightGradient!;
    expect(Math.abs(Number(valuesOf(expectedOf(fn, { x, y, p: saturated, i: 0, k: 1 }))))).toBe(0);
    expect(Math.abs(solution.hiddenWeightGradient(x, y, saturated, 0, 1))).toBe(0);
  });
});
