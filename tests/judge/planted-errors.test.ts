/**
 * A relative error of 1e-6 in any one number of an answer is refused, and blamed on its function alone; so is 1e-6 in
 * place of a number that is always 0.
 *
 * That some input shows it is asked of every position; a whole grade is made for one of them, drawn from the seed, or
 * for each of nine: CHAINRULE_LONG=1 npx vitest run tests/judge/planted-errors
 */
import { describe, expect, it } from "vitest";
import { examine } from "../../grader/judge/examine.ts";
import { valuesOf } from "../../grader/judge/expected.ts";
import { grade } from "../../grader/judge/grade.ts";
import { type Plan, plansOf } from "../../grader/judge/plan.ts";
import { leavesOf } from "../../reference/numbers/tracked.ts";
import { hash } from "../../reference/randomness/random.ts";
import { isLong } from "../is-long.ts";
import { answerBox, changeNumber, turnBoolean, turnText } from "./answer-box.ts";
import { courseExercise, file, slugs } from "./course.ts";

const seed = 11;
/** Positions of an answer that are tried: more than any small result has, fewer than a large one. */
const POSITIONS = 9;
const planted = (x: number): number => (x === 0 ? 1e-6 : x * (1 + 1e-6));

describe.each(slugs)(`%s, with seed ${seed}`, async (slug) => {
  const exercise = await courseExercise(slug);

  it("passes answers that are the reference's own", async () => {
    const box = answerBox(exercise, (right) => right as never);
    const verdict = await grade(exercise, file, box, { seed });
    expect(verdict.checks.filter(({ status }) => status !== "pass")).toEqual([]);
    expect(verdict).toMatchObject({ status: "pass", score: verdict.maxScore });
  });

  const hasNumbers = ({ values }: Plan): boolean =>
    values.some(({ expected }) => leavesOf(expected).length > 0);
  const [ofNumbers, others] = [true, false].map((has) =>
    plansOf(exercise, seed).filter((plan) => hasNumbers(plan) === has),
  );

  it.each((others ?? []).map((plan) => [plan.name, plan] as const))(
    "catches an error in any one boolean, or text, of %s",
    (name, { fn, values }) => {
      for (const k of Array.from({ length: POSITIONS }, (_, k) => k)) {
        const shows = values.map((given) => {
          const right = valuesOf(given.expected);
          const turned = turnBoolean(right, k);
          const value = JSON.stringify(turned) === JSON.stringify(right) ? turnText(right, k) : turned;
          // A short answer has no such place.
          return JSON.stringify(value) === JSON.stringify(right)
            ? undefined
            : examine(fn, name, given, { kind: "returned", value, changed: [] }).fault !== undefined;
        });
        expect(shows, `position ${k}`).not.toContain(false);
        if (k === 0) expect(shows).toContain(true);
      }
    },
  );

  it.each((ofNumbers ?? []).map(({ name }) => name))(
    "catches an error in any one number of %s",
    async (name) => {
      const { fn, values } = plansOf(exercise, seed).find((plan) => plan.name === name)!;
      const having = (k: number, is: (x: number) => boolean) =>
        values.filter(({ expected }) => is(leavesOf(expected)[k]?.value ?? Number.NaN));
      const telling = (k: number) => {
        const nonZero = having(k, (x) => Math.abs(x) > 0);
        return nonZero.length > 0 ? nonZero : having(k, (x) => x === 0);
      };
      const positions = Array.from({ length: POSITIONS }, (_, k) => k).filter((k) => telling(k).length > 0);
      expect(positions.length).toBeGreaterThan(0);
      for (const k of positions) {
        const shows = telling(k).some((given) => {
          const value = changeNumber(valuesOf(given.expected), k, planted);
          return examine(fn, name, given, { kind: "returned", value, changed: [] }).fault !== undefined;
        });
        expect(shows, `position ${k}`).toBe(true);
      }
      const drawn = positions[hash(`${seed}/${slug}/${name}`) % positions.length]!;
      for (const k of isLong ? positions : [drawn]) {
        const box = answerBox(exercise, (right, asked) =>
          asked === name ? changeNumber(right, k, planted) : (right as never),
        );
        const { status, checks } = await grade(exercise, file, box, { seed });
        const wrong = checks.filter(({ finding }) => finding !== undefined);
        expect(
          wrong.map((check) => check.function),
          `position ${k}`,
        ).toEqual([name]);
        expect(status).toBe("fail");
      }
    },
  );
});
