import type { Command } from "commander";
import type { WorkerOptions } from "../worker/worker.ts";

/** `chainrule worker` */
export function workerCommand(program: Command): void {
  program
    .command("worker")
    .summary("grade for `report --queue`, on this machine")
    .description("Takes what `report --queue` put into a queue, grades it here, and puts the results back.")
    .requiredOption("--queue <url>", "rediss://HOST:PORT, or env for that in CHAINRULE_QUEUE")
    .option("--workers <n>", "how many grade at once, each a core's worth; as many as cores unless told")
    .option("--allow-weak-box", "grade in a weak box as well")
    .option("--allow-plain-queue", "send submissions unencrypted to another machine")
    .action(async (options: WorkerOptions) => {
      const { worker } = await import("../worker/worker.ts");
      process.exitCode = await worker(options);
    });
}
