/**
 * The judge of a page: a worker of its own, so that the page stays responsive while it reckons. It is the same judge
 * as on the command line, with another box. The exercise is put behind this text, and registers itself.
 */
import type { Deadlines } from "../../../grader/box/frame-box.ts";
import type { Exercise } from "../../../grader/exercise/exercise.ts";
import { grade, type Submission } from "../../../grader/judge/grade.ts";
import { withLines } from "../../../grader/verdict/with-lines.ts";
import { BrowserBox } from "../box/browser-box.ts";
import { Fence } from "../box/fence-port.ts";
import type { FromJudge, ToJudge } from "./messages.ts";

let exercise: Exercise | undefined;
let fence: Fence | undefined;

/** Called by the exercise's own text. */
export function register(registered: Exercise): void {
  exercise = registered;
}

async function judge(submission: Submission, seed: number, deadlines: Deadlines): Promise<void> {
  if (exercise === undefined || fence === undefined) throw new Error("grading begins with an exercise");
  const box = new BrowserBox(fence, deadlines);
  try {
    const verdict = withLines(await grade(exercise, submission, box, { seed }), submission.source);
    postMessage({ verdict } satisfies FromJudge);
  } finally {
    box.close();
  }
}

addEventListener("message", ({ data, ports: [port] }: MessageEvent<ToJudge>) => {
  if (data.kind === "begin") fence = new Fence(port!);
  else judge(data.submission, data.seed, data.deadlines).catch(fail);
});

/** A fault of ours, made known to the page. */
function fail(fault: unknown): void {
  setTimeout(() => {
    throw fault;
  });
}
