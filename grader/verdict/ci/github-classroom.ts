/**
 * The runner result of GitHub Classroom's autograding actions: base64 of JSON, for the step output `result`.
 * The service ended on 2026-08-28; its reporter action still runs in a plain workflow and reads this.
 *
 * The reporter counts passed tests in one place and adds scores in another. With one test a point both agree;
 * above 200 points there is one test a check.
 */
import { notGraded } from "../not-graded.ts";
import { base64 } from "./base64.ts";
import { firstThatFits, messageLimits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { jsonLine } from "./json-line.ts";
import { lineOf, messageOf } from "./message.ts";
import { type Graded, type Row, tally, whole } from "./tally.ts";
import { oneLine } from "./text.ts";

/** Environment variables of a step hold about 128 kB; base64 takes a third more than this. */
const byteLimit = 96_000;
const pointsLimit = 200;

interface Test {
  readonly name: string;
  readonly status: "pass" | "fail" | "error";
  readonly score: number;
  readonly message: string;
  readonly test_code: string;
  readonly filename: string;
  readonly line_no: number;
  readonly duration: number;
}

function testOf(row: Row, file: string, limit: number): Test {
  return {
    name: row.name,
    status: row.status === "pass" ? "pass" : row.status === "error" ? "error" : "fail",
    score: row.score,
    message: messageOf(row, limit),
    test_code: "",
    filename: file,
    line_no: lineOf(row),
    duration: 0,
  };
}

/** One test a point: the points that were earned pass, the others do not, and only the first of them says why. */
function pointTests(row: Row, file: string, limit: number): Test[] {
  const whole = testOf(row, file, limit);
  return Array.from({ length: row.maxScore }, (_, i) => {
    const earned = i < row.score;
    return {
      ...whole,
      name: row.maxScore === 1 ? row.name : `${row.name} ${i + 1}/${row.maxScore}`,
      status: earned ? "pass" : whole.status === "pass" ? "fail" : whole.status,
      score: earned ? 1 : 0,
      message: i === row.score ? whole.message : "",
    };
  });
}

/**
 * The rows that are worth points. What a row worth none has to say, such as a broken contract, the next row of the
 * same function says: it is why that one earned nothing.
 */
function worthPoints(rows: readonly Row[]): readonly Row[] {
  const silenced = (before: Row | undefined): before is Row =>
    before !== undefined && before.maxScore === 0 && before.status !== "pass";
  return rows.flatMap((row, i) => {
    if (row.maxScore === 0) return [];
    const before = rows[i - 1];
    const isHeir =
      silenced(before) && before.check?.function === row.check?.function && row.status !== "pass";
    return [isHeir ? { ...before, name: row.name, score: row.score, maxScore: row.maxScore } : row];
  });
}

/** A whole exercise as one test, for runs too large for one test a check. */
const exerciseTest = (graded: Graded, limit: number): Test => ({
  name: graded.id,
  status: graded.status,
  score: graded.score,
  message: messageOf(graded.rows.find((row) => row.status !== "pass") ?? graded.rows[0]!, limit),
  test_code: "",
  filename: oneLine(graded.verdict.file, 200),
  line_no: 0,
  duration: whole(graded.verdict.durationMs),
});

/** Of 0 points: the reporter says nothing of a total then, where 0 of 20 would be a grade. */
const ungraded = (message: string): object => {
  const test: Test = {
    name: "not graded",
    status: "error",
    score: 0,
    message,
    test_code: "",
    filename: "",
    line_no: 0,
    duration: 0,
  };
  return { version: 1, status: "error", max_score: 0, tests: [test] };
};

export const githubClassroom: CiFormat = (verdicts) => {
  const message = notGraded(verdicts);
  if (message !== undefined) return { stdout: `${base64(jsonLine(ungraded(message)))}\n` };
  const total = tally(verdicts);
  const result = (tests: readonly Test[]): string =>
    jsonLine({ version: 1, status: total.status, max_score: total.maxScore, tests });
  const groups =
    total.graded.length === 0
      ? [{ rows: total.rows, file: "" }]
      : total.graded.map(({ rows, verdict }) => ({ rows, file: oneLine(verdict.file, 200) }));
  type Make = (row: Row, file: string) => readonly Test[];
  const each = (make: Make): Test[] =>
    groups.flatMap(({ rows, file }) => rows.flatMap((row) => make(row, file)));
  const points = (make: Make): Test[] =>
    groups.flatMap(({ rows, file }) => worthPoints(rows).flatMap((row) => make(row, file)));

  function* candidates(): Generator<string> {
    if (total.maxScore > 0 && total.maxScore <= pointsLimit)
      for (const limit of messageLimits) yield result(points((row, file) => pointTests(row, file, limit)));
    for (const limit of messageLimits) yield result(each((row, file) => [testOf(row, file, limit)]));
    for (const limit of [250, 0]) yield result(total.graded.map((graded) => exerciseTest(graded, limit)));
    yield result([
      { ...testOf(total.rows[0]!, "", 0), name: "all exercises", status: total.status, score: total.score },
    ]);
  }
  return { stdout: `${base64(firstThatFits(byteLimit, candidates()))}\n` };
};
