/** From verdicts, times and policy to what each student has. */
import type { Verdict } from "../verdict/verdict.ts";
import { bounded } from "./collect/remarks.ts";
import { type Extension, latenessOf } from "./policy/lateness.ts";
import type { Policy } from "./policy/policy.ts";
import { type ByStudent, type Decision, decisionIn, extensionIn, timeIn } from "./policy/tables.ts";
import {
  type ClassExercise,
  type ExerciseResult,
  type Growing,
  hundredths,
  keyOf,
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
  /** Scores and excuses of the instructor, and of the gradebook that came with the roster. */
  readonly overrides: ByStudent<Decision>;
  /** The verdict on a file, or why there is none. */
  readonly verdictOf: (file: GradedFile) => Verdict | string;
}

/** A submission with whose it is: one student's, or that of a whole group. */
interface Submission {
  readonly record: StudentRecord;
  /** Keys of all whose it is. */
  readonly owners: readonly string[];
}

/**
 * What a submission comes to for one whose it is: extensions and overrides are personal.
 *
 * @param owners the keys of the whole group, where one has handed in
 */
export function studentResult(
  name: StudentName,
  record: StudentRecord,
  grounds: Grounds,
  owners: readonly string[] = [keyOf(name)],
): StudentResult {
  const exercises = grounds.exercises.map((exercise) =>
    exerciseResult(keyOf(name), { record, owners }, exercise, grounds),
  );
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

/** A row of the roster without a folder, or of which it is unclear which folder is meant. */
export function absentStudent(
  name: StudentName,
  grounds: Grounds,
  { absence, problem }: { readonly absence: "missing" | "unclear"; readonly problem: string },
): StudentResult {
  const exercises = grounds.exercises.map(({ slug, maxScore }) =>
    decided({ slug, absence, graded: 0, score: 0, maxScore }, keyOf(name), grounds),
  );
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

function exerciseResult(
  key: string,
  submission: Submission,
  exercise: ClassExercise,
  grounds: Grounds,
): ExerciseResult {
  const { record } = submission;
  const tried = record.attempts
    .filter(({ files }) => files.has(exercise.slug))
    .map((attempt) => attemptResult(key, submission, attempt, exercise, grounds));
  const chosen = grounds.policy.attempts === "best" ? bestOf(tried) : tried.at(-1);
  const result: ExerciseResult = chosen ?? {
    slug: exercise.slug,
    absence: record.problem === undefined ? "missing" : "refused",
    ...(record.problem === undefined ? {} : { problem: record.problem }),
    graded: 0,
    score: 0,
    maxScore: exercise.maxScore,
  };
  return decided(result, key, grounds);
}

/** A result with what the instructor has decided instead. */
function decided(result: ExerciseResult, key: string, { overrides }: Grounds): ExerciseResult {
  const decision = decisionIn(overrides, key, result.slug);
  if (decision === undefined) return result;
  return "excused" in decision
    ? { ...result, excused: decision.excused, score: 0 }
    : { ...result, override: decision, score: decision.score };
}

/** The one with the highest score, the earlier of equals. */
function bestOf(tried: readonly ExerciseResult[]): ExerciseResult | undefined {
  return tried.reduce<ExerciseResult | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  );
}

function attemptResult(
  key: string,
  { record: { attempts }, owners }: Submission,
  { number, committedAt, files }: AttemptRecord,
  { slug, maxScore }: ClassExercise,
  { policy, times, extensions, verdictOf }: Grounds,
): ExerciseResult {
  const result: Growing<ExerciseResult> = { slug, graded: 0, score: 0, maxScore };
  // Of a group, whoever is the last to hand in hands in for all.
  const known = owners.flatMap((owner) => timeIn(times, owner, number, slug) ?? []);
  const submitted = known.length === 0 ? committedAt : Math.max(...known);
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
  const extension = extensionIn(extensions, key, slug);
  const lateness = latenessOf(policy, slug, { score, maxScore }, submitted, extension);
  result.verdict = found;
  if (lateness !== undefined) result.lateness = lateness;
  result.graded = score;
  result.score = score - (lateness?.deduction ?? 0);
  return result;
}
