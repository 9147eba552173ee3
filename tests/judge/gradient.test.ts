import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersIn } from "../../grader/judge/entries.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import { gradientEntries, verdictOf } from "../../grader/judge/gradient-entries.ts";
import { numericalDerivative } from "../../grader/judge/numerical.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import type { Value } from "../../grader/value.ts";
import { leavesOf } from "../../reference/numbers/tracked.ts";
import { isLong } from "../is-long.ts";
import { shareOf } from "../share.ts";
import { changeNumber } from "./answer-box.ts";
import { courseExercise, slugs } from "./course.ts";

const smooth: readonly (readonly [string, (x: number) => number, (x: number) => number])[] = [
  ["sin", Math.sin, Math.cos],
  ["exp", Math.exp, Math.exp],
  ["tanh", Math.tanh, (x) => 1 / Math.cosh(x) ** 2],
  ["a cubic", (x) => x ** 3 - 2 * x, (x) => 3 * x ** 2 - 2],
  ["a rational function", (x) => 1 / (1 + x * x), (x) => (-2 * x) / (1 + x * x) ** 2],
  ["a constant", () => 3, () => 0],
];

describe("the numerical derivative", () => {
  it.each(smooth)(
    "of %s lies within its error bar, and the bar is below 1e-6 of the scale",
    (_, f, slope) => {
      fc.assert(
        fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (x) => {
          const noise = 4 * 2 ** -53 * Math.abs(f(x)) + 2 ** -53;
          const { value, errorBar, kink } = numericalDerivative(f, x, noise);
          expect(kink).toBeUndefined();
          expect(Math.abs(value - slope(x))).toBeLessThanOrEqual(errorBar);
          expect(errorBar).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope(x)), Math.abs(f(x))));
        }),
        { numRuns: 500, seed: 1 },
      );
    },
  );

  it("reports a kink with the slopes of both sides", () => {
    const relu = (x: number): number => Math.max(0, x);
    expect(numericalDerivative(relu, 0, 0).kink).toEqual([0, 1]);
    expect(numericalDerivative(Math.abs, 0, 0).kink).toEqual([-1, 1]);
    expect(numericalDerivative((x) => Math.max(0, 1 - 2 * x), 0.5, 1e-16).kink?.map(Math.round)).toEqual([
      -2, 0,
    ]);
  });

  it("is not misled by a kink a hundredth away", () => {
    const { value, errorBar, kink } = numericalDerivative((x) => Math.max(0, x) ** 1 + x * x, 0.01, 1e-18);
    expect(kink).toBeUndefined();
    expect(Math.abs(value - 1.02)).toBeLessThanOrEqual(errorBar);
  });

  it("says that it cannot tell where the function jumps with every step", () => {
    let i = 0;
    const { errorBar } = numericalDerivative(() => (i++ % 3 === 0 ? 1 : -1), 0.3, 1e-16);
    expect(errorBar).toBeGreaterThan(1);
  });
});

describe("the verdict on one entry", () => {
  const numerical = { value: 2, errorBar: 1e-9 };
  it("passes within the bar, fails outside, and is inconclusive where the bar is too wide", () => {
    expect(verdictOf(2 + 5e-10, numerical, 1e-13, 2)).toBe("pass");
    expect(verdictOf(2.001, numerical, 1e-13, 2)).toBe("fail");
    expect(verdictOf(2, { value: 2, errorBar: 0.1 }, 1e-13, 2)).toBe("inconclusive");
    expect(verdictOf(3, { value: 2, errorBar: 0.1 }, 1e-13, 2)).toBe("fail");
    expect(verdictOf(2, { value: Number.NaN, errorBar: Number.POSITIVE_INFINITY }, 1, 2)).toBe(
      "inconclusive",
    );
  });
  it("fails on NaN", () => {
    expect(verdictOf(Number.NaN, numerical, 1e-13, 2)).toBe("fail");
  });
});

const SEEDS = isLong ? 40 : 8;

describe.each(shareOf(slugs, 8))("%s", async (slug) => {
  const exercise = await courseExercise(slug);
  const gradients = Object.entries(exercise.functions).filter(([, fn]) => fn.gradient !== undefined);
  if (gradients.length === 0) {
    it("has no gradient to check", () => expect(gradients).toEqual([]));
    return;
  }

  it.each(gradients.map(([name]) => name))(
    `holds %s's reverse mode to central differences on ${SEEDS} seeds, and catches 0.1 % in any one entry`,
    (name) => {
      for (let seed = 0; seed < SEEDS; seed++) {
        const plan = plansOf(exercise, seed).find((one) => one.name === name);
        if (plan === undefined) throw new Error(name);
        let caught = 0;
        for (const { inputs, expected } of plan.gradients) {
          const right = valuesOf(expected);
          const entries = gradientEntries(plan.fn, inputs, right, expected);
          expect(entries.filter(({ verdict }) => verdict === "fail")).toEqual([]);
          const leaves = leavesOf(expected);
          // An entry that cancels almost to 0 is measured by the size of its terms.
          const isTold = (k: number): boolean =>
            entries[k]?.verdict === "pass" &&
            Math.abs(entries[k].expected) > 1e-6 * (leaves[k]?.magnitude ?? 0);
          const k = entries.map((_, i) => (seed + i) % entries.length).find(isTold);
          if (k === undefined) continue;
          const planted = changeNumber(right, k, (x) => x * 1.001) as Value;
          expect(numbersIn(planted)[k]).not.toBe(entries[k]?.expected);
          expect(gradientEntries(plan.fn, inputs, planted, expected)[k]?.verdict).toBe("fail");
          caught++;
        }
        expect(caught, `seed ${seed}`).toBeGreaterThan(0);
      }
    },
  );
});
