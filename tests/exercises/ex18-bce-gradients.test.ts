import { expect, test } from "vitest";
import exercise from "../../exercises/ex18-bce-gradients/exercise.ts";
import { mistakes } from "../../exercises/ex18-bce-gradients/mistakes.ts";
import { numericalGradient } from "../../grader/judge/gradient-entries.ts";
import { leavesOf } from "../../reference/tracked.ts";
import { bceDb, bceDw } from "../../solutions/ex18-bce-gradients.ts";
import { casesOf, worstOf } from "./agreement.ts";

const { functions } = exercise;

test("the closed form agrees with reverse mode on drawn inputs", () => {
  for (const seed of [1, 2, 3]) {
    expect(worstOf(functions.bceDw!, bceDw, seed)).toBeLessThan(1);
    expect(worstOf(functions.bceDb!, bceDb, seed)).toBeLessThan(1);
  }
});

test("reverse mode agrees with central differences of the loss by weights and bias", () => {
  for (const fn of [functions.bceDw!, functions.bceDb!]) {
    for (const { inputs, expected } of casesOf(fn, 4).slice(0, 40)) {
      const numerical = numericalGradient(fn, inputs);
      for (const [i, leaf] of leavesOf(expected).entries()) {
        expect(numerical[i]!.errorBar).toBeLessThan(1e-6);
        expect(Math.abs(leaf.value - numerical[i]!.value)).toBeLessThanOrEqual(
          numerical[i]!.errorBar + 1e-12,
        );
      }
    }
  }
});

test("the example of the task is right", () => {
  const X = [
    [1, 2],
    [3, -1],
  ];
  expect(bceDw(X, [1, 0], [0.5, 0.25])).toEqual([0.125, -0.625]);
  expect(bceDb([1, 0], [0.5, 0.25])).toBe(-0.125);
});

test("the source's one number differs from the gradient of one example", () => {
  // x and ŷ − y of the source's first printed example, up to what is printed: x·(ŷ − y) = (−0.0228006, 0.0274159).
  const X = [[-0.0228006, 0.0274159]];
  const dw = bceDw(X, [0], [1]);
  expect(dw).toEqual(X[0]);
  const wrong = mistakes.bceDw!["one-number-for-all-weights"]!.is as (given: object) => number;
  expect(wrong({ X, yTrue: [0], yPred: [1] })).toBeCloseTo(0.0023076, 6);
});

test("the labels are unbalanced on most drawn inputs", () => {
  const unbalanced = casesOf(functions.bceDb!, 6).filter(({ inputs }) => {
    const y = inputs.yTrue as number[];
    return y.reduce((total, yi) => total + yi, 0) * 2 !== y.length;
  });
  expect(unbalanced.length).toBeGreaterThan(150);
});
