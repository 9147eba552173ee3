/** Who grades: this machine, or the workers at a queue. */
import type { Runner, Terms } from "../../class/run/job.ts";
import { LocalPool } from "../../class/run/local-pool.ts";
import { distFolder } from "../../course/home.ts";
import { UsageError } from "../../usage-error.ts";
import { keepSecondsOf } from "../queue/keep-seconds.ts";
import type { ReportOptions } from "./options.ts";
import { versionOf } from "./version.ts";
import { workersOf } from "./workers.ts";

type Manner = Pick<Terms, "limits" | "isolation" | "layers">;
type Open = (manner: Manner, say: (line: string) => void) => Promise<Runner>;

/** Starts nothing yet: what is wrong with the options is said first, and idle cores are counted from here on. */
export function runnerOf(options: ReportOptions): Open {
  const { queue } = options;
  if (queue === undefined) {
    for (const [flag, value] of Object.entries({ urgent: options.urgent, keep: options.keep }))
      if (value !== undefined) throw new UsageError(`--${flag}: it is for --queue, and there is no --queue`);
    const pool = new LocalPool(workersOf(options.workers));
    return async () => pool;
  }
  if (options.workers !== undefined)
    throw new UsageError("--workers: with --queue it is each worker that says how many; leave it out");
  const keepSeconds = keepSecondsOf(options.keep);
  return async (manner, say) => {
    const { openQueue, mannerOf, addressOf, hideSecrets } = await import("../queue/open.ts");
    const address = addressOf(queue, process.env, options.allowPlainQueue === true);
    hideSecrets();
    return openQueue(address, {
      manner: mannerOf(manner),
      keepSeconds,
      isUrgent: options.urgent === true,
      force: options.force === true,
      build: { node: process.versions.node, version: versionOf(distFolder()) },
      say,
    });
  };
}
