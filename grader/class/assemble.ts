/** From verdicts, times and policy to what each student has. */
import type { Verdict } from "../verdict/verdict.ts";
import { bounded, type Remark } from "./collect/remarks.ts";
import { gravest, type NoGrade } from "./no-grade.ts";
import { isStub } from "./outputs/summary/state.ts";
import { type Extension, latenessOf } from "./policy/lateness.ts";
import type { Policy } from "./policy/policy.ts";
import { type ByStudent, extensionIn, timeIn } from "./policy/tables.ts";
import {
  type Absence,
  type ClassExercise,
  type ExerciseResult,
  type Growing,
  knownPoints,
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

const untimedRemark: Remark = {
  kind: "time",
  text: "no time of submission is known: nothing is counted as late",
};

/** A student with a folder. */
export function studentResult(name: StudentName, record: StudentRecord, grounds: Grounds): StudentResult {
  const exercises = grounds.exercises.map((exercise) => exerciseResult(record, exercise, grounds));
  const untimed = exercises.filter(
    ({ slug, verdict, submittedAt }) =>
      verdict !== undefined && submittedAt === undefined && grounds.policy.due.has(slug),
  );
  const remarks = [...record.remarks, ...exercises.flatMap((each) => earlierAttempt(each, record))];
  if (untimed.length > 0) remarks.push(untimedRemark);
  return total(name, exercises, remarks, record.problem);
}

/** Said where the last attempt is not the one that counts. */
function earlierAttempt({ slug, attempt }: ExerciseResult, { attempts }: StudentRecord): readonly Remark[] {
  const last = attempts.at(-1);
  if (attempt === undefined || last === undefined || attempt.place === attempt.of) return [];
  const why = last.files.has(slug) ? "it is the best" : `${last.name} has no such file`;
  return [
    {
      kind: "attempts",
      text: `${slug}: ${attempt.name} counts, ${attempt.place} of ${attempt.of} attempts; ${why}`,
    },
  ];
}

/** A row of the roster without a folder, or with several that may be meant. */
export interface AbsentStudent {
  readonly name: StudentName;
  readonly absence: "missing" | "unclear";
  readonly problem: string;
}

export function absentStudent({ name, absence, problem }: AbsentStudent, grounds: Grounds): StudentResult {
  const record: StudentRecord = { folder: name.folder, attempts: [], remarks: [] };
  const exercises = grounds.exercises.map((exercise) => exerciseResult(record, exercise, grounds, absence));
  return total(name, exercises, [], problem);
}

function total(
  name: StudentName,
  exercises: readonly ExerciseResult[],
  remarks: readonly Remark[],
  problem: string | undefined,
): StudentResult {
  const asked = exercises.filter(({ excused }) => excused === undefined);
  const noGrade = gravest((asked.length > 0 ? asked : exercises).map((each) => each.noGrade));
  const result: Growing<StudentResult> = {
    ...name,
    exercises,
    maxScore: asked.reduce((sum, { maxScore }) => sum + maxScore, 0),
    remarks: bounded(remarks),
  };
  if (noGrade === undefined) result.score = knownPoints({ exercises: asked });
  else result.noGrade = noGrade;
  if (problem !== undefined) result.problem = problem;
  return result;
}

/** @param absence why there is nothing, where no attempt holds anything */
function exerciseResult(
  record: StudentRecord,
  exercise: ClassExercise,
  grounds: Grounds,
  absence: Absence = record.problem === undefined ? "missing" : "refused",
): ExerciseResult {
  const tried = record.attempts
    .filter(({ files }) => files.has(exercise.slug))
    .map((attempt) => attemptResult(record, attempt, exercise, grounds));
  const chosen = grounds.policy.attempts === "best" ? bestOf(tried) : tried.at(-1);
  const result = chosen ?? untried(record, exercise, absence, grounds.policy);
  const override = grounds.overrides.get(record.folder)?.get(exercise.slug);
  if (override !== undefined) {
    result.override = override;
    result.score = override.score;
  }
  if (result.score === undefined) result.noGrade = noGradeOf(result);
  return result;
}

function untried(
  { problem }: StudentRecord,
  { slug, maxScore }: ClassExercise,
  absence: Absence,
  { missing }: Policy,
): Growing<ExerciseResult> {
  const result: Growing<ExerciseResult> = { slug, absence, maxScore };
  if (problem !== undefined) result.problem = problem;
  if (absence === "missing" && missing === "zero") result.graded = result.score = 0;
  return result;
}

const reasons: Readonly<Record<Absence, NoGrade>> = {
  missing: "missing",
  refused: "unreadable",
  unclear: "unclear",
  "not judged": "not judged",
};

const noGradeOf = ({ absence, excused }: ExerciseResult): NoGrade =>
  excused === undefined ? reasons[absence ?? "not judged"] : "excused";

/** The one with the highest score, the earlier of equals. One that is not judged may be better, unless all is had. */
function bestOf(tried: readonly Growing<ExerciseResult>[]): Growing<ExerciseResult> | undefined {
  const rank = ({ score, maxScore, absence }: ExerciseResult): number =>
    score ?? (absence === "not judged" ? maxScore - 0.5 : -1);
  return tried.reduce<Growing<ExerciseResult> | undefined>(
    (best, each) => (best === undefined || rank(each) > rank(best) ? each : best),
    undefined,
  );
}

function attemptResult(
  { folder, attempts }: StudentRecord,
  attempt: AttemptRecord,
  { slug, maxScore }: ClassExercise,
  { policy, times, extensions, verdictOf }: Grounds,
): Growing<ExerciseResult> {
  const result: Growing<ExerciseResult> = { slug, maxScore };
  const submitted = timeIn(times, folder, attempt, slug) ?? attempt.committedAt;
  if (submitted !== undefined) result.submittedAt = new Date(submitted).toISOString();
  if (attempts.length > 1)
    result.attempt = { name: attempt.name, place: attempts.indexOf(attempt) + 1, of: attempts.length };
  const file = attempt.files.get(slug)!;
  const found = "refused" in file ? file.refused : verdictOf(file);
  if (typeof found === "string") {
    result.problem = found;
    result.absence = "refused" in file ? "refused" : "not judged";
    return result;
  }
  if ("rivals" in file && isStub(found)) {
    const { path, beside } = file.rivals;
    result.absence = "refused";
    result.problem = `${path} is still the stub, and there is ${beside.join(", ")}: which is the work is unclear`;
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
