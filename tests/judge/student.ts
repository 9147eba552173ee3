/** Answers of students for tests: model answers with a text exchanged, graded in a box. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Box } from "../../grader/box/box.ts";
import { textOf } from "../../grader/box/text.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Finding, Verdict } from "../../grader/verdict/verdict.ts";
import { repository } from "../box/fixtures.ts";
import { courseExercise, slugOf } from "./course.ts";

/** A model answer as a student would write it: without the marks that only a type checker wants. */
export function modelAnswer(number: string): string {
  const text = readFileSync(join(repository, "solutions", `${slugOf(number)}.ts`), "utf8");
  return text.replace(/(?<=[\w)\]])!(?!=)/g, "");
}

/** A model answer in which texts are exchanged. */
export function edited(
  number: string,
  ...edits: readonly (readonly [text: string, instead: string])[]
): string {
  let source = modelAnswer(number);
  for (const [text, instead] of edits) {
    if (!source.includes(text)) throw new Error(`${number}: the model answer does not hold ${text}`);
    source = source.replace(text, () => instead);
  }
  return source;
}

/** The verdict on a text, or on bytes that may be none. */
export async function verdictOn(
  box: Box,
  number: string,
  source: string | Uint8Array,
  seed = 7,
): Promise<Verdict> {
  const exercise = await courseExercise(slugOf(number));
  const text = typeof source === "string" ? { source } : textOf(source);
  return grade(exercise, { ...text, file: "answer.ts", sha256: "" }, box, { seed });
}

/** The finding of a function. */
export const findingFor = ({ checks }: Verdict, fn: string): Finding | undefined =>
  checks.find((check) => check.function === fn && check.finding !== undefined)?.finding;
