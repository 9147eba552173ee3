/**
 * All verdicts of a run as one JSON object, for programs of one's own.
 */
import { notGraded } from "../not-graded.ts";
import { toJson } from "../to-json.ts";
import type { Verdict } from "../verdict.ts";
import { firstThatFits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { jsonLine } from "./json-line.ts";
import { tally } from "./tally.ts";

const byteLimit = 4_000_000;

/** Without the values of the counterexamples and without what was printed; every status, code and point stays. */
const brief = (verdict: Verdict): object => ({
  ...verdict,
  output: undefined,
  checks: verdict.checks.map((check) => ({
    ...check,
    finding: check.finding && {
      code: check.finding.code,
      title: check.finding.title,
      cause: check.finding.cause && {
        ...check.finding.cause,
        says: check.finding.cause.says.slice(0, 200),
      },
      mistake: check.finding.mistake,
      message: check.finding.message.slice(0, 200),
      replay: check.finding.replay.slice(0, 200),
    },
  })),
});

export const json: CiFormat = (verdicts, meta) => {
  const total = tally(verdicts);
  const error = notGraded(verdicts);
  const result = (list: readonly unknown[]): string =>
    jsonLine({
      schema: "chainrule/run@1",
      now: meta.now,
      classroom: meta.classroom,
      assignment: meta.assignment,
      owner: meta.owner,
      commit: meta.commit,
      status: total.status,
      ...(error === undefined ? { score: total.score, maxScore: total.maxScore } : { error }),
      verdicts: list,
    });
  function* candidates(): Generator<string> {
    yield result(verdicts.map(toJson));
    yield result(verdicts.map(brief));
  }
  return { stdout: `${firstThatFits(byteLimit, candidates())}\n` };
};
