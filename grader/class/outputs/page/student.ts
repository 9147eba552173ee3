/** A page that can be handed out: one student, and nothing about any other. */
import { fileOf } from "../../../course/exercises.ts";
import { lookOf } from "../../../verdict/look.ts";
import { renderFinding } from "../../../verdict/render-finding.ts";
import type { Check, Verdict } from "../../../verdict/verdict.ts";
import {
  type ClassResults,
  type ExerciseResult,
  knownMost,
  knownPoints,
  type StudentResult,
} from "../../results.ts";
import { commentHtml } from "../comments/markdown.ts";
import { commentsOn } from "../comments/texts.ts";
import { problemFor, totalOf } from "../grade.ts";
import { idOf, percent, shownName, shownTime } from "../names.ts";
import { stateOf, stateWords } from "../summary/state.ts";
import { page } from "./frame.ts";
import body from "./student.hbs";

const look = lookOf({ columns: 80 });
const outputLimit = 4000;

/** What of the class a student may see. */
export type ClassFacts = Pick<
  ClassResults,
  "title" | "gradedAt" | "seed" | "exercises" | "policy" | "course"
>;

const signs: Readonly<Record<Check["status"], string>> = {
  pass: "✓ passed",
  fail: "✗ falls short",
  skipped: "~ skipped",
  inconclusive: "? inconclusive",
};

export function studentPage(facts: ClassFacts, student: StudentResult): Iterable<string> {
  const { title, gradedAt, seed, exercises, policy, course } = facts;
  const titles = new Map(exercises.map((exercise) => [exercise.slug, exercise.title]));
  const { remarks, folder, group } = student;
  const bodyHtml = body({
    title,
    name: shownName(student),
    headline: headline(student),
    folder,
    group,
    time: shownTime(gradedAt),
    seed,
    version: course.version,
    policy,
    lateDays: lateDaysText(student),
    comments: commentsOn(student).map(bodyOf),
    problem: problemFor(student),
    remarks: remarks.map(({ text }) => text),
    label: "Exercises",
    caption: "Exercises",
    columns: ["Exercise", "Title", "State", "Points"],
    exercises: student.exercises.map((result) => ({
      ...exerciseOf(result, titles.get(result.slug) ?? "", seed),
      comments: commentsOn(student, result.slug).map(bodyOf),
    })),
  });
  return page({ title: `${shownName(student)}: ${title}`, bodyHtml: [bodyHtml] });
}

const bodyOf = (comment: string) => ({ bodyHtml: commentHtml(comment) });

/** What is left of the budget; nothing where there is none. */
const lateDaysText = ({ lateDays }: StudentResult): string =>
  lateDays === undefined
    ? ""
    : `Late days: ${lateDays.of - lateDays.used} of ${lateDays.of} left${lateDays.per === "group" ? ", for your group" : ""}.`;

/** `8 of 10`; nothing where there is no grade. */
const ofPoints = ({ score, maxScore }: ExerciseResult): string =>
  score === undefined ? "" : `${score} of ${maxScore}`;

/** The points of those exercises that are asked of the student. */
function headline(student: StudentResult): string {
  const { score, maxScore } = student;
  if (totalOf(student) === "excused") return "excused";
  if (score === undefined && knownMost(student) === 0) return "no grade yet";
  return score === undefined
    ? `${knownPoints(student)} of ${knownMost(student)} points so far; not everything has a grade`
    : `${score} of ${maxScore} points (${percent(score, maxScore)})`;
}

function exerciseOf(result: ExerciseResult, title: string, seed: number) {
  const { slug, score, problem, verdict } = result;
  const state = stateOf(result);
  return {
    id: idOf(slug),
    title,
    state: stateWords[state],
    points: ofPoints(result),
    hasGrade: score !== undefined,
    facts: factsOf(result),
    problem,
    verdict: verdict === undefined || state === "stub" ? undefined : checksOf(verdict, seed),
  };
}

/** When it came, and what was changed by a rule or by hand. */
function factsOf({
  submittedAt,
  attempt,
  lateness,
  excused,
  override,
  published,
  graded,
}: ExerciseResult): readonly string[] {
  return [
    submittedAt === undefined ? undefined : `handed in ${shownTime(submittedAt)}`,
    attempt === undefined ? undefined : `${attempt.name} counts, ${attempt.place} of ${attempt.of} attempts`,
    lateness === undefined ? undefined : `graded ${graded}, ${lateness.deduction} off: ${lateness.reason}`,
    excused === undefined ? undefined : `excused: ${excused}`,
    override === undefined
      ? undefined
      : `${graded === undefined ? "not graded" : `graded ${graded}`}, set to ${override.score} by the instructor: ${override.reason}`,
    published === undefined
      ? undefined
      : `${published.now} in this grading; the ${published.score} of ${published.maxScore} points of ${shownTime(published.at)} stay`,
  ].filter((fact) => fact !== undefined);
}

const SHADES: Readonly<Record<Check["status"], string>> = {
  pass: "pass",
  fail: "short",
  skipped: "soft",
  inconclusive: "soft",
};

function checksOf({ checks, exercise, output, error }: Verdict, seed: number) {
  const id = idOf(exercise);
  // The file and the command are those of the student, not of the machine that graded.
  const replay = `npm run grade ${id} -- --seed ${seed}`;
  const file = `exercises/${exercise}/${fileOf(exercise)}`;
  return {
    error,
    label: `Checks of ${id}`,
    caption: undefined,
    columns: ["Check", "Result", "Points", "What it claims"],
    checks: checks.map((check) => ({
      function: check.function,
      kind: check.kind,
      shade: SHADES[check.status],
      sign: signs[check.status],
      points: check.points,
      maxPoints: check.maxPoints,
      title: check.title,
    })),
    findings: checks.flatMap((check) =>
      check.finding === undefined
        ? []
        : renderFinding(
            { finding: { ...check.finding, replay }, functions: [check.function], file },
            look,
          ).join("\n"),
    ),
    output: output?.slice(0, outputLimit),
  };
}
