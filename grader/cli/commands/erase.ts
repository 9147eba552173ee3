import type { Command } from "commander";
import type { EraseOptions } from "../erase/erase.ts";

/** `chainrule erase <student>` */
export function eraseCommand(program: Command): void {
  program
    .command("erase")
    .summary("erase a student from a report and a queue")
    .description("Erases what a report's folder and a queue hold of one student, and tells what that was.")
    .argument("<student>", "the folder's name, or the roster's identifier, login or name")
    .option("-o, --out <dir>", "the report's folder; report/ unless told")
    .option("--state <dir>", "where what is graded is kept; .chainrule/ in the report unless told")
    .option(
      "--queue <url>",
      "from this queue as well: rediss://HOST:PORT, or env for that in CHAINRULE_QUEUE",
    )
    .option("--only-queue", "leave the report alone; STUDENT is the folder's name then")
    .option("--allow-plain-queue", "speak to another machine unencrypted")
    .action(async (student: string, options: EraseOptions) => {
      const { erase } = await import("../erase/erase.ts");
      process.exitCode = await erase(student, options);
    });
}
