/**
 * PrairieLearn's external grader: results.json. `score` is a share from 0 to 1; everything else is whole.
 */
import { notGraded } from "../not-graded.ts";
import { firstThatFits, messageLimits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { jsonLine } from "./json-line.ts";
import { messageOf } from "./message.ts";
import { tally } from "./tally.ts";
import { plain } from "./text.ts";

const byteLimit = 1_000_000;

export const prairielearn: CiFormat = (verdicts) => {
  const message = notGraded(verdicts);
  // Ungradable costs the student no attempt: right for a fault of the judge, and only for that.
  if (message !== undefined) return { stdout: `${jsonLine({ gradable: false, message, output: "" })}\n` };
  const total = tally(verdicts);
  function* candidates(): Generator<string> {
    for (const limit of messageLimits)
      yield jsonLine({
        gradable: true,
        score: total.maxScore > 0 ? total.score / total.maxScore : 0,
        message: `${total.score} of ${total.maxScore} points`,
        output: plain(verdicts.map((verdict) => verdict.output ?? "").join(""), Math.min(2 * limit, 4000)),
        tests: total.rows.map((row) => ({
          name: row.name,
          description: row.title,
          points: row.score,
          max_points: row.maxScore,
          message: messageOf(row, limit),
          output: "",
        })),
      });
  }
  return { stdout: `${firstThatFits(byteLimit, candidates())}\n` };
};
