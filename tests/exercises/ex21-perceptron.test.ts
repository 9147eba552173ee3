import { describe, expect, it } from "vitest";
import exercise from "../../exercises/ex21-perceptron/exercise.ts";
import { valueCases } from "../../grader/judge/cases.ts";
import { fitPerceptron, perceptronUpdate } from "../../solutions/ex21-perceptron.ts";

const table = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

describe("perceptronUpdate", () => {
  it("moves w and b by η(y − ŷ) in all four pairs of class and prediction", () => {
    expect(perceptronUpdate([1], 0, [2], 1, 0.5)).toEqual([[1], 0]);
    expect(perceptronUpdate([1], 0, [-2], 0, 0.5)).toEqual([[1], 0]);
    expect(perceptronUpdate([1], 0, [-2], 1, 0.5)).toEqual([[0], 0.5]);
    expect(perceptronUpdate([1], 0, [2], 0, 0.5)).toEqual([[0], -0.5]);
  });

  it("is asked about the boundary in some cases, with both classes", () => {
    const cases = valueCases(exercise.functions.perceptronUpdate!, 1, "test");
    const ties = cases.filter(({ inputs }) => {
      const { w, b, x } = inputs as { w: number[]; b: number; x: number[] };
      return w.reduce((z, wj, j) => z + wj * x[j]!, b) === 0;
    });
    expect(ties.length).toBeGreaterThan(20);
    expect(new Set(ties.map(({ inputs }) => inputs.target)).size).toBe(2);
  });
});

describe("fitPerceptron", () => {
  it("learns AND, and keeps 4 errors a pass on XOR", () => {
    const and = fitPerceptron(table, [0, 0, 0, 1], [0, 0], 0, 1, 8);
    expect(and).toEqual({ w: [2, 1], b: -3, errors: [2, 3, 3, 2, 1, 0, 0, 0] });
    expect(fitPerceptron(table, [0, 1, 1, 0], [0, 0], 0, 1, 8).errors).toEqual([3, 3, 4, 4, 4, 4, 4, 4]);
  });

  it("ends elsewhere when the examples come in another order", () => {
    const rows = [
      [2, 1],
      [-1, 1],
      [1, -2],
    ];
    expect(fitPerceptron(rows, [1, 0, 0], [0, 0], 0, 0.5, 3).errors).toEqual([2, 1, 0]);
    expect(fitPerceptron(rows.toReversed(), [0, 0, 1], [0, 0], 0, 0.5, 3).errors).toEqual([3, 0, 0]);
  });

  it("lets the learning rate turn the boundary once the threshold is counted twice", () => {
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
});
