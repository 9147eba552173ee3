/** A process that grades: it takes jobs one at a time and tells their outcomes. */
import { CannotJudge } from "../../box/cannot-judge.ts";
import { fingerprintsFor } from "../similar/fingerprints.ts";
import { JobRoom } from "./carry-out.ts";
import type { Job, Outcome } from "./job.ts";

const room = new JobRoom();
const say = (message: unknown): void => {
  if (process.connected) process.send?.(message);
};

// Ctrl-C reaches every process of the terminal; it is the parent that decides what becomes of the work.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("disconnect", () => process.exit());
process.on("message", async (job: Job) => {
  try {
    await room.carryOut(job, (outcome) => say({ outcome: withFingerprints(outcome, job) }));
    say({ done: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(error instanceof CannotJudge ? { unfit: reason } : { done: true, fault: reason });
  }
});
say({ ready: true });

/** Here, since there are as many workers as cores, and one process that writes. */
function withFingerprints(outcome: Outcome, { files }: Job): Outcome {
  const file = files.find(({ key }) => key === outcome.key);
  if ("fault" in outcome || file === undefined) return outcome;
  const fingerprints = fingerprintsFor(outcome.verdict, file.source);
  return fingerprints === undefined ? outcome : { ...outcome, fingerprints };
}
