/**
 * The judge of a page: a worker of its own, so that the page stays responsive while it reckons. It is the same judge
 * as on the command line, with another box. The exercise is put behind this text, and registers itself.
 */
import type { Deadlines } from "../../../grader/box/frame-box.ts";
import type { Exercise } from "../../../grader/exercise/exercise.ts";
import {
  type Neighbourhood,
  neighbourhoodOf,
  programIn,
  type StoredNeighbourhood,
} from "../../../grader/exercise/neighbourhood.ts";
import { drawnAhead } from "../../../grader/judge/drawn-ahead.ts";
import { grade, type Submission } from "../../../grader/judge/grade.ts";
import { withLines } from "../../../grader/verdict/with-lines.ts";
import { BrowserBox } from "../box/browser-box.ts";
import { compile } from "../box/compile.ts";
import { Fence } from "../box/fence-port.ts";
import { WorkerHost } from "../box/worker-host.ts";
import type { FromJudge, ToJudge } from "./messages.ts";
import { ask, bring, run } from "./wanted.ts";

let exercise: Exercise | undefined;
let fence: Fence | undefined;

/** Called by the exercise's own text. */
export function register(registered: Exercise, hasNeighbours: boolean): void {
  exercise = hasNeighbours ? { ...registered, neighbourhood: loadNeighbours } : registered;
}

let neighbours: Promise<Neighbourhood | undefined> | undefined;

function loadNeighbours(): Promise<Neighbourhood | undefined> {
  neighbours ??= ask("neighbours").then((stored) => stored && neighbourhoodOf(stored, formsIn(stored)));
  return neighbours;
}

function formsIn(stored: StoredNeighbourhood): Neighbourhood["forms"] {
  run(`globalThis.chainruleForms = ($) => {${programIn(stored)}\n};`);
  return (globalThis as unknown as { chainruleForms: Neighbourhood["forms"] }).chainruleForms;
}

async function judge(submission: Submission, seed: number, deadlines: Deadlines): Promise<void> {
  if (exercise === undefined || fence === undefined) throw new Error("grading begins with an exercise");
  const box = new BrowserBox(fence, deadlines, ahead);
  ahead = undefined;
  try {
    const verdict = withLines(await grade(exercise, submission, box, { seed }), submission.source);
    postMessage({ verdict } satisfies FromJudge);
  } finally {
    box.close();
  }
}

/** Waits for the next text, with nothing in it. */
let ahead: WorkerHost | undefined;

function startAhead(): void {
  if (fence !== undefined && (ahead === undefined || ahead.ended !== undefined))
    ahead = new WorkerHost(fence);
}

/** So that the first verdict waits for neither; what is amiss is said by the verdict. */
async function draw(stub: string, seed: number): Promise<void> {
  if (exercise === undefined) return;
  await compile(stub, "");
  drawnAhead(exercise, seed);
}

addEventListener("message", ({ data, ports: [port] }: MessageEvent<ToJudge>) => {
  if (data.kind === "begin") fence = new Fence(port!);
  else if (data.kind === "start") startAhead();
  else if (data.kind === "draw") draw(data.stub, data.seed).catch(() => {});
  else if (data.kind === "grade") judge(data.submission, data.seed, data.deadlines).catch(fail);
  else bring(data);
});

/** A fault of ours, made known to the page. */
function fail(fault: unknown): void {
  setTimeout(() => {
    throw fault;
  });
}
