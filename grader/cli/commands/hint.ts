import type { Command } from "commander";
import type { HintOptions } from "../hint/hint.ts";

/** `chainrule hint <exercise>` */
export function hintCommand(program: Command): void {
  program
    .command("hint")
    .summary("show the next hint of an exercise")
    .description("Shows the next hint of an exercise, one at a time.")
    .argument("[exercise]", "the exercise's number or name")
    .option("--again", "show the hints that were shown already")
    .option("--reset", "begin with the first hint again")
    .action(async (exercise: string | undefined, options: HintOptions) => {
      const { hint } = await import("../hint/hint.ts");
      process.exitCode = await hint(exercise, options);
    });
}
