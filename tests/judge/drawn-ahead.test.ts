import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { drawnAhead } from "../../grader/judge/drawn-ahead.ts";
import { grade } from "../../grader/judge/grade.ts";
import { numbersMade } from "../../reference/numbers/num.ts";
import { courseExercise, file, slugOf } from "./course.ts";

const box = createNodeBox();
afterAll(() => box.close());

test.each(["ex10", "ex30", "ex46"])("what was drawn ahead for %s is not drawn again", async (number) => {
  const slug = slugOf(number);
  const exercise = await courseExercise(slug);
  const answer = { ...file, source: readFileSync(`solutions/${slug}.ts`, "utf8") };
  const numbersFor = async (seed: number): Promise<number> => {
    const before = numbersMade();
    expect((await grade(exercise, answer, box, { seed })).status).toBe("pass");
    return numbersMade() - before;
  };
  drawnAhead(exercise, 7);
  expect(await numbersFor(7)).toBe(0);
  expect(await numbersFor(8)).toBeGreaterThan(100);
});
