import { describe, expect, it } from "vitest";
import { grade } from "../../grader/judge/grade.ts";
import { answerBox, changeNumber } from "./answer-box.ts";
import { courseExercise, file, slugs } from "./course.ts";

/** Positions of an answer that are tried: more than any small result has, fewer than a large one. */
const POSITIONS = 9;

describe.each(slugs)("%s", async (slug) => {
  const exercise = await courseExercise(slug);
  const seed = 11;

  it("passes answers that are the reference's own", async () => {
    const verdict = await grade(
      exercise,
      file,
      answerBox(exercise, (right) => right as never),
      { seed },
    );
    expect(verdict.checks.filter(({ status }) => status !== "pass")).toEqual([]);
    expect(verdict).toMatchObject({ status: "pass", score: verdict.maxScore });
  });

  it.each(Object.keys(exercise.functions))(
    "catches a relative error of 1e-6 in any one number of %s",
    async (name) => {
      for (let k = 0; k < POSITIONS; k++) {
        let reached = false;
        const box = answerBox(exercise, (right, fn) =>
          fn !== name
            ? (right as never)
            : changeNumber(right, k, (x) => {
                reached ||= x !== 0;
                return x * (1 + 1e-6);
              }),
        );
        const verdict = await grade(exercise, file, box, { seed });
        if (!reached) continue;
        const wrong = verdict.checks.filter(({ finding }) => finding !== undefined);
        expect(wrong.map((check) => check.function)).toEqual([name]);
        expect(verdict.status).toBe("fail");
      }
    },
  );
});
