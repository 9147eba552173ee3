import type { Command } from "commander";
import { UsageError } from "../usage-error.ts";

/** Commands that this version does not have yet: they say so, and help does not list them. */
const LATER: Readonly<Record<string, string>> = {
  report: "the report over a class",
};

export function laterCommands(program: Command): void {
  for (const [name, what] of Object.entries(LATER)) {
    program
      .command(name, { hidden: true })
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        throw new UsageError(
          `${name}: ${what} is not in this version; \`npm run grade\` grades your own work`,
        );
      });
  }
}
