/** From verdicts, times and policy to what each student has. */
import { isNotStarted } from "../verdict/not-started.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { bounded, type Remark } from "./collect/remarks.ts";
import { gravest, type NoGrade } from "./no-grade.ts";
import { type Extension, latenessOf } from "./policy/lateness.ts";
import type { Policy } from "./policy/policy.ts";
import { type ByStudent, type Decision, decisionIn, extensionIn, timeIn } from "./policy/tables.ts";
import {
  type Absence,
  type ClassExercise,
  type ExerciseResult,
  type Growing,
  keyOf,
  knownPoints,
  type LateDaysLeft,
  type StudentName,
  type StudentResult,
} from "./results.ts";
import type { Absent } from "./roster/class-list.ts";
import type { AttemptRecord, GradedFile, StudentRecord } from "./run/grade-class.ts";
import { accountsOf, leftOf, spendLateDays } from "./term/late-days/budget.ts";
import { plainSigns } from "./term/snapshot/signs.ts";

/** All that a result follows from besides the submission. */
export interface Grounds {
  readonly exercises: readonly ClassExercise[];
  readonly policy: Policy;
  readonly times: ByStudent<number>;
  readonly extensions: ByStudent<Extension>;
  readonly overrides: ByStudent<Decision>;
  /** Late days that somebody has in addition, by the key of the student. */
  readonly moreLateDays?: ReadonlyMap<string, number>;
  /** The verdict on a file, or why there is none. */
  readonly verdictOf: (file: GradedFile) => Verdict | string;
}

const untimedRemark: Remark = {
  kind: "time",
  text: "no time of submission is known: nothing is counted as late",
};

/** A submission with whose it is: one student's, or that of a whole group. */
interface Submission {
  readonly record: StudentRecord;
  /** Keys of all whose it is. */
  readonly owners: readonly string[];
}

/** What a submission comes to for each whose it is: extensions, overrides and mostly late days are personal. */
export function studentResults(
  names: readonly StudentName[],
  record: StudentRecord,
  given: Grounds,
): readonly StudentResult[] {
  const owners = names.map(keyOf);
  const grounds = { ...given, verdictOf: remembered(given.verdictOf) };
  const accounts = accountsOf(given, owners);
  const spent = accounts.map((account) =>
    spendLateDays(account, given, (key, exercise, lateDays) =>
      exerciseResult(key, { record, owners }, exercise, grounds, lateDays),
    ),
  );
  return names.map((name) => {
    const at = accounts.findIndex(({ members }) => members.includes(keyOf(name)));
    const lateDays = accounts[at] && leftOf(accounts[at], spent[at]!);
    return resultOf(name, { record, owners }, grounds, spent[at], lateDays);
  });
}

/** Each verdict is read once, however often late days are tried. */
function remembered(verdictOf: Grounds["verdictOf"]): Grounds["verdictOf"] {
  const known = new Map<string, Verdict | string>();
  return (file) => {
    const verdict = known.get(file.key) ?? verdictOf(file);
    known.set(file.key, verdict);
    return verdict;
  };
}

function resultOf(
  name: StudentName,
  submission: Submission,
  grounds: Grounds,
  spent: ReadonlyMap<string, number> | undefined,
  lateDays: LateDaysLeft | undefined,
): StudentResult {
  const { record } = submission;
  const exercises = grounds.exercises.map((exercise) =>
    exerciseResult(keyOf(name), submission, exercise, grounds, spent?.get(exercise.slug)),
  );
  const untimed = exercises.filter(
    ({ slug, verdict, submittedAt }) =>
      verdict !== undefined && submittedAt === undefined && grounds.policy.due.has(slug),
  );
  const remarks = [...record.remarks, ...exercises.flatMap((each) => earlierAttempt(each, record))];
  if (untimed.length > 0) remarks.push(untimedRemark);
  return total(name, exercises, remarks, record.problem, lateDays);
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

/** A row of the roster without a folder, or of which it is unclear which folder is meant. */
export function absentStudent({ name, absence, problem }: Absent, grounds: Grounds): StudentResult {
  const exercises = grounds.exercises.map((exercise) =>
    decided(untried(exercise, absence, grounds.policy), keyOf(name), grounds),
  );
  const [account] = accountsOf(grounds, [keyOf(name)]);
  return total(name, exercises, [], problem, account && leftOf(account, new Map()));
}

function total(
  name: StudentName,
  exercises: readonly ExerciseResult[],
  remarks: readonly Remark[],
  problem: string | undefined,
  lateDays: LateDaysLeft | undefined,
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
  if (lateDays !== undefined) result.lateDays = lateDays;
  if (problem !== undefined) result.problem = problem;
  return result;
}

function exerciseResult(
  key: string,
  submission: Submission,
  exercise: ClassExercise,
  grounds: Grounds,
  lateDays = 0,
): ExerciseResult {
  const { attempts, problem } = submission.record;
  const tried = attempts
    .filter(({ files }) => files.has(exercise.slug))
    .map((attempt) => attemptResult(key, submission, attempt, exercise, grounds, lateDays));
  const chosen = grounds.policy.attempts === "best" ? bestOf(tried) : tried.at(-1);
  const result =
    chosen ?? untried(exercise, problem === undefined ? "missing" : "refused", grounds.policy, problem);
  if (tried.length > 1) {
    const tries = tried.flatMap(({ verdict }) => (verdict === undefined ? [] : [plainSigns(verdict.checks)]));
    if (tries.length > 1) result.tries = tries;
  }
  return decided(result, key, grounds);
}

/** An exercise of which there is nothing to judge. */
function untried(
  { slug, maxScore }: ClassExercise,
  absence: Absence,
  { missing }: Policy,
  problem?: string,
): Growing<ExerciseResult> {
  const result: Growing<ExerciseResult> = { slug, absence, maxScore };
  if (problem !== undefined) result.problem = problem;
  if (absence === "missing" && missing === "zero") result.graded = result.score = 0;
  return result;
}

/** A result with what the instructor has decided instead, and why it is no grade where it is none. */
function decided(result: Growing<ExerciseResult>, key: string, { overrides }: Grounds): ExerciseResult {
  const decision = decisionIn(overrides, key, result.slug);
  if (decision !== undefined && "excused" in decision) {
    result.excused = decision.excused;
    delete result.score;
  } else if (decision !== undefined) {
    result.override = decision;
    result.score = decision.score;
  }
  if (result.score === undefined) result.noGrade = noGradeOf(result);
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
  key: string,
  { record: { attempts }, owners }: Submission,
  attempt: AttemptRecord,
  { slug, maxScore }: ClassExercise,
  { policy, times, extensions, verdictOf }: Grounds,
  lateDays: number,
): Growing<ExerciseResult> {
  const result: Growing<ExerciseResult> = { slug, maxScore };
  // Of a group, whoever is the last to hand in hands in for all.
  const known = owners.flatMap((owner) => timeIn(times, owner, attempt, slug) ?? []);
  const submitted = known.length === 0 ? attempt.committedAt : Math.max(...known);
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
  if ("rivals" in file && isNotStarted(found)) {
    const { path, beside } = file.rivals;
    result.absence = "refused";
    result.problem = `${path} is still the stub, and there is ${beside.join(", ")}: which is the work is unclear`;
    return result;
  }
  const { score } = found;
  const extension = extensionIn(extensions, key, slug);
  const lateness = latenessOf(policy, slug, { score, maxScore }, submitted, extension, lateDays);
  result.verdict = found;
  if (lateness !== undefined) result.lateness = lateness;
  result.graded = score;
  result.score = score - (lateness?.deduction ?? 0);
  return result;
}
