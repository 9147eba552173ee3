/**
 * Classroom 50's `classroom50/result/v1`, the content of result.json. Its collector refuses a result with a field
 * that is missing or of another type, and takes an empty list of tests for a pass.
 */
import { notGraded } from "../not-graded.ts";
import { firstThatFits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { jsonLine } from "./json-line.ts";
import { tally } from "./tally.ts";
import { oneLine } from "./text.ts";

const byteLimit = 1_000_000;

/** `2026-11-21T09:30:00Z`; the epoch for a text that is no date. */
function seconds(now: string): string {
  const time = Date.parse(now);
  return `${new Date(Number.isNaN(time) ? 0 : time).toISOString().slice(0, 19)}Z`;
}

const said = (text: string | undefined, otherwise: string): string => oneLine(text, 300) || otherwise;

/** A field that other programs compare, such as an address: it keeps every character that belongs in one. */
const exact = (text: string | undefined, otherwise: string): string =>
  text !== undefined && /^[\x21-\x7e]{1,500}$/.test(text) ? text : otherwise;

/** It has no word for a run without a grade, and would record a 0: there is no result then, which it refuses. */
export const classroom50: CiFormat = (verdicts, meta) => {
  if (notGraded(verdicts) !== undefined) return { stdout: "" };
  const total = tally(verdicts);
  const datetime = seconds(meta.now);
  const commit = exact(meta.commit, "unknown");
  const digest = /([0-9a-f]{7})[0-9a-f]*$/.exec(commit)?.[1] ?? "0000000";
  const stamp = datetime.replace(/:/g, "");
  const given = exact(meta.submission, "");
  const result = (tests: readonly object[]): string =>
    jsonLine({
      schema: "classroom50/result/v1",
      classroom: said(meta.classroom, "chainrule"),
      assignment: said(meta.assignment, "chainrule"),
      assignment_type: "individual",
      owner: exact(meta.owner, "unknown"),
      submission: given.startsWith("submit/") ? given : `submit/${stamp}-${digest}`,
      commit,
      release: exact(meta.release, commit),
      review: exact(meta.review, commit),
      datetime,
      score: total.score,
      "max-score": total.maxScore,
      tests,
    });
  function* candidates(): Generator<string> {
    yield result(
      total.rows.map((row) => ({
        "test-name": row.name,
        passed: row.status === "pass" && row.score === row.maxScore,
        score: row.score,
        "max-score": row.maxScore,
      })),
    );
    yield result([
      {
        "test-name": "all exercises",
        passed: total.status === "pass",
        score: total.score,
        "max-score": total.maxScore,
      },
    ]);
  }
  return { stdout: `${firstThatFits(byteLimit, candidates())}\n` };
};
