/**
 * Gradescope's results.json: `/autograder/results/results.json` in its container.
 */
import { notGraded } from "../not-graded.ts";
import { firstThatFits, messageLimits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { jsonLine } from "./json-line.ts";
import { messageOf } from "./message.ts";
import { type Row, tally, whole } from "./tally.ts";
import { oneLine, plain } from "./text.ts";

const byteLimit = 1_000_000;

export const gradescope: CiFormat = (verdicts) => {
  const output = notGraded(verdicts);
  // Neither a score nor tests, from which one would be made: Gradescope takes that for an autograder that failed.
  if (output !== undefined)
    return { stdout: `${jsonLine({ output, output_format: "text", visibility: "visible" })}\n` };
  const total = tally(verdicts);
  const groups = total.graded.length === 0 ? [{ id: "none", rows: total.rows }] : total.graded;
  const test = (row: Row, number: string, id: string, limit: number): object => ({
    score: row.score,
    max_score: row.maxScore,
    status: row.status === "pass" ? "passed" : "failed",
    name: row.name,
    number,
    output: messageOf(row, limit),
    output_format: "text",
    tags: [id],
    visibility: "visible",
    extra_data: {},
  });
  function* candidates(): Generator<string> {
    for (const limit of messageLimits)
      yield jsonLine({
        score: total.score,
        execution_time: Math.ceil(verdicts.reduce((sum, each) => sum + whole(each.durationMs), 0) / 1000),
        output: total.graded
          .map(({ id, verdict, score, maxScore }) => {
            const printed = plain(verdict.output, Math.min(limit, 1000));
            const line = `${id} (${score} of ${maxScore} points) ${oneLine(verdict.title, 100)}`;
            return printed === "" ? line : `${line}\nYour code printed:\n${printed}`;
          })
          .join("\n"),
        output_format: "text",
        visibility: "visible",
        tests: groups.flatMap(({ id, rows }, i) =>
          rows.map((row, j) => test(row, `${i + 1}.${j + 1}`, id, limit)),
        ),
      });
  }
  return { stdout: `${firstThatFits(byteLimit, candidates())}\n` };
};
