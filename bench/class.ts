/** Grading a class through the library, in a process of its own whose memory is looked at. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createNodeBoxPool, grade, loadExercise } from "../grader/library.ts";
import { bench, environment, root } from "./places.ts";
import { exercise, rightAnswer } from "./right-answer.ts";

export const SUBMISSIONS = 200;
/** Submissions of one student, one after another in one process, each in a fresh context. */
const OF_A_STUDENT = 10;
const AT_A_TIME = 2;
const SEED = 7;

/** "each": a process for each submission; "student": one for each student. */
export type Manner = "each" | "student";

export interface ClassRun {
  readonly perSecond: number;
  readonly peakMb: number;
}

/** Grades a class in a fresh process. */
export function gradeClass(manner: Manner): ClassRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bench, "--class", manner], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`grading a class ended with ${status}:\n${stdout}${stderr}`);
  return JSON.parse(stdout) as ClassRun;
}

/** What that process does: everything from the first box on counts. */
export async function gradeClassHere(manner: Manner): Promise<ClassRun> {
  const subject = await loadExercise(exercise);
  const perBox = manner === "each" ? 1 : OF_A_STUDENT;
  const begun = performance.now();
  const boxes = createNodeBoxPool({ spare: AT_A_TIME });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < SUBMISSIONS) {
      const numbers = Array.from({ length: perBox }, (_, i) => next + i);
      next += perBox;
      const box = boxes.take();
      for (const number of numbers) {
        const submission = { file: "answer.ts", source: rightAnswer(number), sha256: `${number}` };
        const { status, error } = await grade(subject, submission, box, { seed: SEED });
        if (status !== "pass") throw new Error(`submission ${number}: ${status} ${error ?? ""}`);
      }
      box.close();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const seconds = (performance.now() - begun) / 1000;
  boxes.close();
  return { perSecond: SUBMISSIONS / seconds, peakMb: peakMb() };
}

/** Most memory that this process has held. The system's own count outlives the start of another program. */
function peakMb(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS / 1024;
  const [, kB] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kB) / 1024;
}
