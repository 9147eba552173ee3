/**
 * A capstone's worker: the same work and the same judge as on the command line, with another box. The exercises are put
 * behind this text, and register themselves.
 */
import { capstones } from "../../../grader/capstone/capstones.ts";
import { runCapstone } from "../../../grader/capstone/run.ts";
import type { Exercise } from "../../../grader/exercise/exercise.ts";
import { Unread } from "../../../reference/functions/typed.ts";
import { BrowserBox } from "../box/browser-box.ts";
import { Fence } from "../box/fence-port.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

const exercises = new Map<string, Exercise>();
let fence: Fence | undefined;

/** Called by each exercise's own text. */
export function register(exercise: Exercise): void {
  exercises.set(exercise.slug.replace(/-.*/, ""), exercise);
}

const tell = (message: FromWorker): void => postMessage(message);

async function run({ unit, works, choice }: Extract<ToWorker, { kind: "run" }>): Promise<void> {
  const capstone = capstones.find((one) => one.unit === unit);
  if (capstone === undefined || fence === undefined) throw new Error(`no capstone of unit ${unit}`);
  const handed = capstone.uses.map((use) => {
    const [exercise, work] = [exercises.get(use.exercise), works[use.exercise]];
    if (exercise === undefined || work === undefined) throw new Error(`${use.exercise} is not there`);
    return { use, exercise, work };
  });
  const box = new BrowserBox(fence);
  try {
    await runCapstone(capstone, handed, {
      box,
      choice,
      progress: (progress) => tell({ progress }),
      cast: (cast) => tell({ cast }),
      show: (part) => tell({ part }),
    });
    tell({ done: true });
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    tell({ refused: error.message });
  } finally {
    box.close();
  }
}

addEventListener("message", ({ data, ports: [port] }: MessageEvent<ToWorker>) => {
  if (data.kind === "begin") fence = new Fence(port!);
  else
    run(data).catch((fault) => {
      // A fault of ours, made known to the page.
      setTimeout(() => {
        throw fault;
      });
    });
});
