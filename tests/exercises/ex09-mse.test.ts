import { expect, test } from "vitest";
import exercise from "../../exercises/ex09-mse/exercise.ts";
import { mseLoss, predictLine } from "../../solutions/ex09-mse.ts";
import { casesOf, worstOf } from "./agreement.ts";

const { functions } = exercise;

test("the solution agrees with the reference on drawn inputs", () => {
  for (const seed of [1, 2, 3]) {
    expect(worstOf(functions.predictLine!, predictLine, seed)).toBeLessThan(1);
    expect(worstOf(functions.mseLoss!, mseLoss, seed)).toBeLessThan(1);
  }
});

test("the example of the task is right", () => {
  expect(predictLine([1, 2], 1, 0)).toEqual([1, 2]);
  expect(mseLoss([1, 2], [3, 5], 1, 0)).toBe(6.5);
});

test("an empty data set throws, and huge targets give Infinity", () => {
  expect(() => mseLoss([], [], 1, 0)).toThrow(RangeError);
  expect(mseLoss([1, 2, 3], [1e200, 0, -1e200], 1, 0)).toBe(Number.POSITIVE_INFINITY);
});

test("there are enough examples to tell n − 1 from a half", () => {
  for (const { sizes } of casesOf(functions.mseLoss!, 5)) expect(sizes.n).toBeGreaterThanOrEqual(3);
});
