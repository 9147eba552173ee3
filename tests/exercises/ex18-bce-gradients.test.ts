import { expect, test } from "vitest";
import exercise from "../../exercises/ex18-bce-gradients/exercise.ts";
import { bceDw } from "../../solutions/ex18-bce-gradients.ts";
import { casesOf } from "./agreement.ts";

const { functions, mistakes = {} } = exercise;

test("the source's one number differs from the gradient of one example", () => {
  // x and ŷ − y of the source's first printed example, up to what is printed: x·(ŷ − y) = (−0.0228006, 0.0274159).
  const X = [[-0.0228006, 0.0274159]];
  const right = bceDw(X, [0], [1]);
  expect(right).toEqual(X[0]);
  const wrong = mistakes.bceDw!["one-number-for-all-weights"]!.is as (given: object) => number;
  expect(wrong({ X, yTrue: [0], yPred: [1], right })).toBeCloseTo(0.0023076, 6);
});

test("the labels are unbalanced on most drawn inputs", () => {
  const unbalanced = casesOf(functions.bceDb!, 6).filter(({ inputs }) => {
    const y = inputs.yTrue as number[];
    return y.reduce((total, yi) => total + yi, 0) * 2 !== y.length;
  });
  expect(unbalanced.length).toBeGreaterThan(150);
});
