/** What a gradebook's feedback column says: a line for each exercise. */
import { clean, cut } from "../../../verdict/width.ts";
import type { ExerciseResult, StudentResult } from "../../results.ts";
import { commentsOn } from "../comments/texts.ts";
import { gradeOf, problemFor } from "../grade.ts";
import { idOf, shownRead } from "../names.ts";
import { stateOf, stateWords } from "../summary/state.ts";

const LONGEST = 240;

/** One line: points, state, and the first thing to look at. */
export function feedbackLine(result: ExerciseResult): string {
  const { slug, maxScore, lateness, override, excused, published, problem, verdict } = result;
  const state = stateOf(result);
  const grade = gradeOf(result);
  const parts = [
    `${idOf(slug)}: ${typeof grade === "number" ? `${grade} of ${maxScore}` : stateWords[state]}`,
  ];
  if (typeof grade === "number") parts.push(stateWords[state]);
  if (excused !== undefined) parts.push(clean(excused));
  else if (override !== undefined) parts.push(`set by hand: ${clean(override.reason)}`);
  else if (lateness !== undefined) parts.push(`${lateness.deduction} off: ${clean(lateness.reason)}`);
  if (published !== undefined) parts.push(`${published.now} in this grading, kept as published`);
  if (problem !== undefined) parts.push(clean(problem));
  const finding = verdict?.checks.find((check) => check.finding !== undefined && check.status !== "pass");
  if (state === "begun" && finding?.finding !== undefined) {
    const { title, read } = finding.finding;
    parts.push(`${clean(title).toLowerCase()} in ${clean(finding.function)}`);
    if (read !== undefined) parts.push(`read ${shownRead(read)}`);
  }
  return cut(parts.join("; "), LONGEST, "…");
}

/** The instructor's comments, and a line for each exercise. */
export function feedbackLines(student: StudentResult): readonly string[] {
  const problem = problemFor(student);
  return [
    ...commentsOn(student).flatMap(linesOf),
    ...(problem === undefined ? [] : [clean(problem)]),
    ...student.exercises.flatMap((result) => [
      feedbackLine(result),
      ...commentsOn(student, result.slug).flatMap(linesOf),
    ]),
  ];
}

const linesOf = (comment: string): readonly string[] =>
  comment.split("\n").filter((line) => line.trim() !== "");
