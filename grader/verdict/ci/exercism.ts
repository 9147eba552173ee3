/**
 * Version 3 of Exercism's test runner interface: results.json with status pass, fail or error.
 */
import { notGraded } from "../not-graded.ts";
import { firstThatFits, messageLimits } from "./fit.ts";
import type { CiFormat } from "./format.ts";
import { jsonLine } from "./json-line.ts";
import { messageOf } from "./message.ts";
import { type Row, tally } from "./tally.ts";
import { oneLine, plain } from "./text.ts";

const byteLimit = 500_000;

/** Its page shows this much of what a test printed. */
const outputLimit = 500;

/** Nothing could be run: the judge failed, or the file does not parse. */
const unrun = (row: Row): boolean =>
  row.status === "error" && (row.check === undefined || row.check.finding?.code === "syntax-error");

export const exercism: CiFormat = (verdicts) => {
  const message = notGraded(verdicts);
  if (message !== undefined)
    return { stdout: `${jsonLine({ version: 3, status: "error", message, tests: [] })}\n` };
  const total = tally(verdicts);
  const error = total.rows.find(unrun);
  const printed = total.graded.map(({ verdict }) => verdict.output ?? "").find((text) => text !== "");
  const groups = total.graded.length === 0 ? [{ rows: total.rows }] : total.graded;
  // A task is a function of the exercise, counted from 1 over the whole run.
  const tasks = new Map<string, number>();
  const task = (group: number, row: Row): number => {
    const key = `${group} ${row.check?.function ?? ""}`;
    if (!tasks.has(key)) tasks.set(key, tasks.size + 1);
    return tasks.get(key)!;
  };
  function* candidates(): Generator<string> {
    for (const limit of messageLimits) {
      yield jsonLine({
        version: 3,
        status: error ? "error" : total.status,
        message: error ? messageOf(error, Math.max(limit, 200)) || error.title : null,
        tests: groups.flatMap(({ rows }, group) =>
          rows.map((row, i) => ({
            name: row.name,
            status: row.status === "pass" ? "pass" : row.status === "error" ? "error" : "fail",
            message: messageOf(row, limit) || null,
            output: group === 0 && i === 0 && printed !== undefined ? plain(printed, outputLimit) : null,
            test_code: oneLine(row.check?.finding?.case?.call ?? row.title, Math.min(limit, 500)),
            task_id: task(group, row),
          })),
        ),
      });
    }
  }
  return { stdout: `${firstThatFits(byteLimit, candidates())}\n` };
};
