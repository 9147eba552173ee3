/** The judge of written lines: a worker, so that the page answers to keys while a line is held. Nothing that is written runs. */
import { type Given, givenBy } from "../../../grader/derivation/written/given.ts";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { gradeDerivation } from "../../../grader/judge/grade-derivation.ts";
import { sha256 } from "../sha256.ts";
import type { Asked, FromJudge, Task, ToJudge } from "./messages.ts";
import { lineHtml } from "./set-line.ts";

let begun: { readonly task: Task; readonly given: Given } | undefined;

const say = (said: FromJudge): void => postMessage(said);

globalThis.onmessage = ({ data }: MessageEvent<ToJudge>): void => {
  if (data.kind === "begin") {
    begun = { task: data.task, given: givenBy(data.task.exercise, data.task.page) };
    say({ kind: "ready" });
    return;
  }
  try {
    judge(data);
  } catch (fault) {
    say({ kind: "fault", id: data.id, message: fault instanceof Error ? fault.message : String(fault) });
  }
};

function judge({ id, lines, file, seed }: Asked): void {
  if (begun === undefined) throw new Error("no exercise has come");
  const { task, given } = begun;
  say({ kind: "set", id, html: lines.map((text) => lineHtml(text, given.scope)) });
  const report = judgeLines(
    given,
    lines.map((text) => ({ text })),
    seed,
  );
  const submission = {
    file: `exercises/${task.exercise.slug}/derivation.md`,
    source: file,
    sha256: sha256(new TextEncoder().encode(file)),
  };
  const verdict = gradeDerivation(task.exercise, () => given, submission, { seed });
  say({ kind: "judged", id, report, verdict });
}
