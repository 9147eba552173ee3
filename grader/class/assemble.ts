/** From verdicts, times and policy to what each student has. */
import type { Verdict } from "../verdict/verdict.ts";
import { bounded } from "./collect/remarks.ts";
import { type Extension, latenessOf } from "./policy/lateness.ts";
import type { Policy } from "./policy/policy.ts";
import { type ByStudent, extensionIn, timeIn } from "./policy/tables.ts";
import {
  type ClassExercise,
  type ExerciseResult,
  type Growing,
  hundredths,
  type Override,
  type StudentName,
  type StudentResult,
} from "./results.ts";
import type { AttemptRecord, GradedFile, StudentRecord } from "./run/grade-class.ts";

/** All that a result follows from besides the submission. */
export interface Grounds {
  readonly exercises: readonly ClassExercise[];
  readonly policy: Policy;
  readonly times: ByStudent<number>;
  readonly extensions: ByStudent<Extension>;
  readonly overrides: ByStudent<Override>;
  /** The verdict on a file, or why there is none. */
  readonly verdictOf: (file: GradedFile) => Verdict | string;
}

/** A student with a folder. */
export function studentResult(name: StudentName, record: StudentRecord, grounds: Grounds): StudentResult {
  const exercises = grounds.exercises.map((exercise) => exerciseResult(record, exercise, grounds));
  const untimed = exercises.filter(
    ({ slug, verdict, submittedAt }) =>
      verdict !== undefined && submittedAt === undefined && grounds.policy.due.has(slug),
  );
  const remarks =
    untimed.length === 0
      ? record.remarks
      : [...record.remarks, "no time of submission is known: nothing is counted as late"];
  return total(name, exercises, remarks, record.problem);
}

/** A row of the roster without a folder. */
export function absentStudent(name: StudentName, grounds: Grounds, problem: string): StudentResult {
  const record: StudentRecord = { folder: name.folder, attempts: [], remarks: [] };
  const exercises = grounds.exercises.map((exercise) => exerciseResult(record, exercise, grounds));
  return total(name, exercises, [], problem);
}

function total(
  name: StudentName,
  exercises: readonly ExerciseResult[],
  remarks: readonly string[],
  problem: string | undefined,
): StudentResult {
  const asked = exercises.filter(({ excused }) => excused === undefined);
  const result: Growing<StudentResult> = {
    ...name,
    exercises,
    score: hundredths(asked.reduce((sum, { score }) => sum + score, 0)),
    maxScore: asked.reduce((sum, { maxScore }) => sum + maxScore, 0),
    remarks: bounded(remarks),
  };
  if (problem !== undefined) result.problem = problem;
  return result;
}

function exerciseResult(record: StudentRecord, exercise: ClassExercise, grounds: Grounds): ExerciseResult {
  const tried = record.attempts
    .filter(({ files }) => files.has(exercise.slug))
    .map((attempt) => attemptResult(record, attempt, exercise, grounds));
  const chosen = grounds.policy.attempts === "best" ? bestOf(tried) : tried.at(-1);
  const override = grounds.overrides.get(record.folder)?.get(exercise.slug);
  const result: ExerciseResult = chosen ?? {
    slug: exercise.slug,
    absence: record.problem === undefined ? "missing" : "refused",
    ...(record.problem === undefined ? {} : { problem: record.problem }),
    graded: 0,
    score: 0,
    maxScore: exercise.maxScore,
  };
  return override === undefined ? result : { ...result, override, score: override.score };
}

/** The one with the highest score, the earlier of equals. */
function bestOf(tried: readonly ExerciseResult[]): ExerciseResult | undefined {
  return tried.reduce<ExerciseResult | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  );
}

function attemptResult(
  { folder, attempts }: StudentRecord,
  { number, committedAt, files }: AttemptRecord,
  { slug, maxScore }: ClassExercise,
  { policy, times, extensions, verdictOf }: Grounds,
): ExerciseResult {
  const result: Growing<ExerciseResult> = { slug, graded: 0, score: 0, maxScore };
  const submitted = timeIn(times, folder, number, slug) ?? committedAt;
  if (submitted !== undefined) result.submittedAt = new Date(submitted).toISOString();
  if (attempts.length > 1) result.attempt = { number, of: attempts.length };
  const file = files.get(slug)!;
  const found = "refused" in file ? file.refused : verdictOf(file);
  if (typeof found === "string") {
    result.absence = "refused" in file ? "refused" : "error";
    result.problem = found;
    return result;
  }
  const { score } = found;
  const extension = extensionIn(extensions, folder, slug);
  const lateness = latenessOf(policy, slug, { score, maxScore }, submitted, extension);
  result.verdict = found;
  if (lateness !== undefined) result.lateness = lateness;
  result.graded = score;
  result.score = score - (lateness?.deduction ?? 0);
  return result;
}
