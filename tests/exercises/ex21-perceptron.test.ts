import { expect, it } from "vitest";
import exercise from "../../exercises/ex21-perceptron/exercise.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { fitPerceptron } from "../../solutions/ex21-perceptron.ts";

const table = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

it("asks about the boundary in some cases, with both classes", () => {
  const cases = valueCases(exercise.functions.perceptronUpdate!, 1, "test");
  const ties = cases.filter(({ inputs }) => {
    const { w, b, x } = inputs as { w: number[]; b: number; x: number[] };
    return w.reduce((z, wj, j) => z + wj * x[j]!, b) === 0;
  });
  expect(ties.length).toBeGreaterThan(20);
  expect(new Set(ties.map(({ inputs }) => inputs.target)).size).toBe(2);
});

it("learns AND, and keeps 4 errors a pass on XOR", () => {
  const and = fitPerceptron(table, [0, 0, 0, 1], [0, 0], 0, 1, 8);
  expect(and).toEqual({ w: [2, 1], b: -3, errors: [2, 3, 3, 2, 1, 0, 0, 0] });
  expect(fitPerceptron(table, [0, 1, 1, 0], [0, 0], 0, 1, 8).errors).toEqual([3, 3, 4, 4, 4, 4, 4, 4]);
});

it("errs in [3, 0, 0] on the task's example in the reverse order, as the task says", () => {
  const rows = [
    [1, -2],
    [-1, 1],
    [2, 1],
  ];
  expect(fitPerceptron(rows, [0, 0, 1], [0, 0], 0, 0.5, 3).errors).toEqual([3, 0, 0]);
});

it("has the boundaries of the derivation's table, which move with η where the threshold is counted twice", () => {
  // A step at 0.5 is a step at 0 with a bias that starts 0.5 lower.
  const shifted = (lr: number) => {
    const { w, b } = fitPerceptron(table, [0, 0, 0, 1], [0, 0], -0.5, lr, 12);
    return (b + 0.5) / Math.hypot(...w);
  };
  expect(shifted(0.25)).toBeCloseTo(-0.4472, 4);
  expect(shifted(1)).toBeCloseTo(-0.8944, 4);
  for (const lr of [0.25, 1, 4]) {
    const { w, b } = fitPerceptron(table, [0, 0, 0, 1], [0, 0], 0, lr, 12);
    expect(b / Math.hypot(...w)).toBeCloseTo(-1.3416, 4);
  }
});
