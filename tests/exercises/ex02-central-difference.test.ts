import { expect, test } from "vitest";
import exercise from "../../exercises/ex02-central-difference/exercise.ts";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { centralDifference } from "../../reference/differentiation/central-difference.ts";
import { type FunctionName, functionOf } from "../../reference/functions/known.ts";
import { Num } from "../../reference/numbers/num.ts";
import { deriv } from "../../solutions/ex02-central-difference.ts";

const square = (x: number): number => x * x;
const cases = valueCases(exercise.functions.deriv!, 7, "deriv").map(({ inputs, expected }) => ({
  ...(inputs as { f: FunctionName; x: number; h: number | undefined }),
  expected: expected as Num,
}));

test("deriv(square, 2) is 3.9999999999995595 in solution and reference, where the document lost a 9", () => {
  expect(deriv(square, 2)).toBe(3.9999999999995595);
  expect(centralDifference({ fn: "square" }, new Num(2)).value).toBe(3.9999999999995595);
});

test("the quotient taken term by term is right on drawn inputs", () => {
  for (const { f, x, h: step = 1e-3, expected } of cases) {
    const { value } = functionOf(f);
    const byTerms = value(x + step) / (2 * step) - value(x - step) / (2 * step);
    expect(Math.abs(byTerms - expected.value)).toBeLessThanOrEqual(toleranceOf(expected));
  }
});

test("an error of a millionth shows on nearly all inputs", () => {
  const shown = cases.filter(({ expected }) => 1e-6 * Math.abs(expected.value) > toleranceOf(expected));
  expect(shown.length).toBeGreaterThan(0.85 * cases.length);
});

test("the exact derivative is another number on most inputs", () => {
  const other = cases.filter(
    ({ f, x, expected }) => Math.abs(functionOf(f).slope(x) - expected.value) > toleranceOf(expected),
  );
  expect(other.length).toBeGreaterThan(cases.length / 2);
});

test("h is left out in some cases and given in others", () => {
  const omitted = cases.filter(({ h }) => h === undefined);
  expect(omitted.length).toBeGreaterThan(30);
  expect(omitted.length).toBeLessThan(cases.length / 2);
});
