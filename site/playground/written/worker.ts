/** The judge of written lines: a worker, so that the page answers to keys while a line is held. Nothing that is written runs. */
import { type Given, givenBy } from "../../../grader/derivation/written/given.ts";
import { reportOf } from "../../../grader/derivation/written/judge-derivation.ts";
import type { LineReport } from "../../../grader/derivation/written/report.ts";
import { Writing } from "../../../grader/derivation/written/writing.ts";
import { gradeDerivation } from "../../../grader/judge/grade-derivation.ts";
import { sha256 } from "../sha256.ts";
import type { Asked, FromJudge, Task, ToJudge } from "./messages.ts";
import { lineHtml } from "./set-line.ts";

let begun: { readonly task: Task; readonly given: Given } | undefined;

/** The number of what was asked last. */
let newest = 0;

const say = (said: FromJudge): void => postMessage(said);

globalThis.onmessage = ({ data }: MessageEvent<ToJudge>): void => {
  if (data.kind === "begin") {
    begun = { task: data.task, given: givenBy(data.task.exercise, data.task.page) };
    say({ kind: "ready" });
    return;
  }
  newest = data.id;
  judge(data).catch((fault) =>
    say({ kind: "fault", id: data.id, message: fault instanceof Error ? fault.message : String(fault) }),
  );
};

/** Line after line. Between two of them, something newer takes over. */
async function judge({ id, lines, file, seed }: Asked): Promise<void> {
  if (begun === undefined) throw new Error("no exercise has come");
  const { task, given } = begun;
  say({ kind: "set", id, html: lines.map((text) => lineHtml(text, given.scope)) });
  const writing = new Writing(given, seed);
  const reports: LineReport[] = [];
  for (const text of lines) {
    await new Promise((next) => setTimeout(next));
    if (newest !== id) return;
    const report = writing.add(text);
    say({ kind: "line", id, at: reports.length, report });
    reports.push(report);
  }
  const report = reportOf(given, writing, reports);
  const submission = {
    file: `exercises/${task.exercise.slug}/derivation.md`,
    source: file,
    sha256: sha256(new TextEncoder().encode(file)),
  };
  const verdict = gradeDerivation(task.exercise, () => given, submission, { seed });
  say({ kind: "judged", id, report, verdict });
}
