/** `capstone`: a unit's reward, the student's own functions at real work. */
import type { Command } from "commander";
import type { CapstoneOptions } from "../capstone/capstone.ts";

export function capstoneCommand(program: Command): void {
  program
    .command("capstone")
    .argument("[unit]", "the unit's number; without one, a list of them")
    .option("--seed <n>", "seed of the data; drawn unless told, and printed")
    .option("--formula <text>", 'unit 1: a formula of x, such as "x^4 - 3*x^2 + x"')
    .option("--with <value>", "what a capstone lets you try: 6 an activation, 8 hidden units, and so on")
    .description("runs your own functions at real work, at the end of a unit; earns no points")
    .allowExcessArguments()
    .action(async (unit: string | undefined, options: CapstoneOptions, command: Command) => {
      const { capstone } = await import("../capstone/capstone.ts");
      process.exitCode = await capstone(unit, options, command.args.slice(1));
    });
}
