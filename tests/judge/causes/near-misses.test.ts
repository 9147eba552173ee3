import { describe, expect, it } from "vitest";
import type { Value } from "../../../grader/value.ts";
import { courseExercise } from "../course.ts";
import { findingOf, findingWith, idOf } from "./cause-of.ts";

describe("numbers that are no classes", async () => {
  const step = await courseExercise("ex20-unit-step");
  const nearest = await courseExercise("ex29-assignment");

  it("are told where only classes are asked for", async () => {
    const finding = await findingOf(step, "unitStep", (right, { z, threshold = 0 }) =>
      z === threshold ? 0.5 : right,
    );
    expect(idOf(finding)).toBe("outside-of-domain");
    expect(finding?.message).toMatch(/^0\.5 is no class here/);
  });

  it("are told for a smallest number in place of its index", async () => {
    const finding = await findingOf(nearest, "assignClusters", (right) =>
      (right as readonly number[]).map((label, i) => label + 0.37 + i),
    );
    expect(finding?.message).toMatch(/is no label: .* in place of its index\?/);
  });
});

describe("arguments that have lost their sign", async () => {
  const step = await courseExercise("ex20-unit-step");
  const hinge = await courseExercise("ex23-hinge-loss");

  it("are told", async () => {
    const finding = await findingWith(step, {
      unitStep: (z: number, threshold = 0) => (Math.abs(z) >= threshold ? 1 : 0),
    });
    expect(idOf(finding)).toBe("absolute-z");
  });

  it("are told for labels that are brought to ±1 once more", async () => {
    const finding = await findingWith(hinge, {
      hingeLoss: (w: number[], x: number[], b: number, y: number) =>
        Math.max(0, 1 - (2 * y - 1) * w.reduce((s, wj, j) => s + wj * x[j]!, b)),
    });
    expect(idOf(finding)).toBe("brought-to-signs-twice-y");
  });
});

describe("what looks like something else is not claimed:", async () => {
  const functions = await courseExercise("ex01-elementary-functions");
  const covariance = await courseExercise("ex31-covariance");

  it("no rounding where most numbers are not whole", async () => {
    const finding = await findingWith(functions, {
      relu: (x: number) => (x >= 1 || Number.isNaN(x) ? x : 0),
    });
    expect(finding?.cause?.id).not.toMatch(/round|truncated|difference-quotient|whole/);
  });

  it("no sum of nothing where terms cancel but for rounding", async () => {
    const finding = await findingWith(covariance, {
      covarianceMatrix: (X: number[][]) => {
        const means = X[0]!.map((_, j) => X.reduce((s, row) => s + row[j]!, 0) / X.length);
        const D = X.map((row) => row.map((x, j) => x - means[j]!));
        return means.map((_, i) =>
          means.map((_, j) => D.reduce((s, d) => s + (d[i]! + d[j]!), 0) / (X.length - 1)),
        );
      },
    });
    expect(finding?.cause?.id).not.toMatch(/all-zero|without-X|factor-missing-X/);
  });
});

describe("a slope that is measured with another step, at a wrong place", async () => {
  it("is told as one with the course's step is", async () => {
    const inputs = await courseExercise("ex06-vector-input");
    const slope = (f: (u: number) => number, u: number): number => (f(u + 1e-5) - f(u - 1e-5)) / 2e-5;
    const finding = await findingWith(inputs, {
      matrixFunctionBackward1: (X: number[][], W: number[][], sigma: (u: number) => number): Value => [
        W.map(([w], i) => slope(sigma, X[0]![i]! * w!) * w!),
      ],
    });
    expect(idOf(finding)).toBe("slope-at-each-term");
  });
});
