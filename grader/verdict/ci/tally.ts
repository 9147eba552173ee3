/**
 * The verdicts as rows of whole points. Every format is made from these rows, so that all of them agree.
 * Fails closed: a number that is none counts nothing, and no total exceeds the verdict's own.
 */
import type { Check, FindingCode, Verdict } from "../verdict.ts";
import { oneLine } from "./text.ts";

export interface Row {
  /** `error`: the code crashed or ran out of time, or the judge could not judge. */
  readonly status: "pass" | "fail" | "error" | "skipped";
  /** Whole, with 0 ≤ score ≤ maxScore. */
  readonly score: number;
  readonly maxScore: number;
  /** One line: exercise, function, kind. */
  readonly name: string;
  readonly title: string;
  readonly check?: Check;
}

export interface Graded {
  readonly verdict: Verdict;
  /** `ex10` of `ex10-mse-gradients`. */
  readonly id: string;
  readonly status: "pass" | "fail" | "error";
  readonly score: number;
  readonly maxScore: number;
  /** At least one. */
  readonly rows: readonly Row[];
}

export interface Tally {
  readonly status: "pass" | "fail" | "error";
  readonly score: number;
  readonly maxScore: number;
  /** Empty where nothing was graded. */
  readonly graded: readonly Graded[];
  /** At least one: a run that graded nothing is itself a row, and an error. */
  readonly rows: readonly Row[];
}

const crashes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "syntax-error",
  "threw",
  "timeout",
  "out-of-memory",
  "crashed",
]);

const most = 1_000_000;

/** A whole number from 0 to 10⁶; 0 for anything that is none. */
export const whole = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(0, Math.floor(value))) : 0;

function rowOf(check: Check, id: string, left: number): Row {
  const maxScore = whole(check.maxPoints);
  const passed = check.status === "pass";
  const code = check.finding?.code;
  return {
    status: passed
      ? "pass"
      : check.status === "skipped"
        ? "skipped"
        : code !== undefined && crashes.has(code)
          ? "error"
          : "fail",
    score: passed ? Math.min(whole(check.points), maxScore, left) : 0,
    maxScore,
    name: oneLine(`${id} ${check.function} ${check.kind}`, 120),
    title: oneLine(check.title, 200),
    check,
  };
}

/** One verdict as rows. Points that belong to no check, because it never ran, are a row of their own. */
function gradedOf(verdict: Verdict): Graded {
  const id = oneLine(verdict.exercise, 60).split("-")[0] || "exercise";
  const failedToJudge = verdict.status === "error";
  let left = whole(verdict.score);
  const rows: Row[] = [];
  for (const check of failedToJudge ? [] : verdict.checks) {
    const row = rowOf(check, id, left);
    left -= row.score;
    rows.push(row);
  }
  const declared = rows.reduce((sum, row) => sum + row.maxScore, 0);
  const missing = whole(verdict.maxScore) - declared;
  if (failedToJudge || missing > 0 || rows.length === 0) {
    rows.push({
      status: "error",
      score: 0,
      maxScore: Math.max(missing, 0),
      name: `${id} not judged`,
      title: oneLine(
        failedToJudge
          ? `The judge could not judge this: ${verdict.error ?? "no reason given"}`
          : (verdict.error ?? "Checks that were declared and did not run"),
        300,
      ),
    });
  }
  const score = rows.reduce((sum, row) => sum + row.score, 0);
  const maxScore = rows.reduce((sum, row) => sum + row.maxScore, 0);
  const clean = rows.every((row) => row.status === "pass") && score === maxScore;
  const status = failedToJudge ? "error" : clean && verdict.status === "pass" ? "pass" : "fail";
  return { verdict, id, status, score, maxScore, rows };
}

const nothing: Row = {
  status: "error",
  score: 0,
  maxScore: 1,
  name: "nothing graded",
  title: "No exercise was graded",
};

/** All verdicts of a run. */
export function tally(verdicts: readonly Verdict[]): Tally {
  const graded = verdicts.map(gradedOf);
  const rows = graded.length === 0 ? [nothing] : graded.flatMap((each) => each.rows);
  return {
    status:
      graded.length === 0 || graded.some((each) => each.status === "error")
        ? "error"
        : graded.every((each) => each.status === "pass")
          ? "pass"
          : "fail",
    score: rows.reduce((sum, row) => sum + row.score, 0),
    maxScore: rows.reduce((sum, row) => sum + row.maxScore, 0),
    graded,
    rows,
  };
}
