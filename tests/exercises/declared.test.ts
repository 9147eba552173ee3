/** What every exercise's declaration promises, whatever it is about. */
import { describe, expect, it } from "vitest";
import type { Case } from "../../grader/judge/cases.ts";
import { examine } from "../../grader/judge/examine.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import { plansOf } from "../../grader/judge/plan.ts";
import { leavesOf } from "../../reference/numbers/tracked.ts";
import { changeNumber } from "../judge/answer-box.ts";
import { courseExercise, scenariosOf, slugs } from "../judge/course.ts";

const seed = 7;

/** Exercises whose slopes may be measured with steps up to 1e-3, which is off by some 1e-6 itself. */
const MEASURED = /^ex0[67]-/;
/** A gradient check tells how far a measured slope is off, and measures it: the rounding of a loss over a small step. */
const DIFFERENCES = /^ex50-/;

describe.each(slugs)(`%s, with seed ${seed}`, async (slug) => {
  const exercise = await courseExercise(slug);
  const error = DIFFERENCES.test(slug) ? 1e-3 : MEASURED.test(slug) ? 1e-5 : 1e-6;

  // Answers without a number are tried with their booleans turned, where errors are planted.
  const ofNumbers = plansOf(exercise, seed).filter(({ values }) =>
    values.some(({ expected }) => leavesOf(expected).length > 0),
  );

  it.each(ofNumbers.map(({ name }) => name))(
    `shows a relative error of ${error} of %s on most inputs`,
    (name) => {
      const { fn, values } = plansOf(exercise, seed).find((plan) => plan.name === name)!;
      const largestOf = (given: Case): number => {
        const sizes = leavesOf(given.expected).map(({ value }) => Math.abs(value));
        return sizes.indexOf(Math.max(...sizes));
      };
      const nonZero = values.filter((given) => leavesOf(given.expected)[largestOf(given)]?.value !== 0);
      const shown = nonZero.filter((given) => {
        const value = changeNumber(valuesOf(given.expected), largestOf(given), (x) => x * (1 + error));
        return examine(fn, name, given, { kind: "returned", value, changed: [] }).fault !== undefined;
      });
      expect(shown.length).toBeGreaterThan(0.85 * nonZero.length);
    },
  );

  it("has a scenario for each function that is graded by one, and no other", () => {
    const played = Object.entries(exercise.functions).filter(([, { scenario }]) => scenario !== undefined);
    expect(Object.keys(scenariosOf(exercise)).sort()).toEqual(played.map(([name]) => name).sort());
  });
});
