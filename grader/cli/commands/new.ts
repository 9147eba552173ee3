/** `new`: the files of a new exercise. */

import type { Command } from "commander";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { userCourse } from "../npm/user-folder.ts";

export function newCommand(program: Command): void {
  program
    .command("new")
    .argument("<slug>", "number and name, like ex74-softplus")
    .option("--derivation <name>", "the derivation that it belongs to; by default one of its own")
    .description("writes the files of a new exercise, with TODOs")
    .action(async (slug: string, options: { derivation?: string }) => {
      const { newExercise, RefusedName } = await import("../../author/new-exercise.ts");
      try {
        for (const file of newExercise(userCourse(), slug, options.derivation)) {
          process.stdout.write(`wrote ${file}\n`);
        }
        process.stdout.write(
          `Next: do the TODOs, run \`npm run stubs\`, then \`npm run check ${slug.slice(0, 4)}\`.\n`,
        );
        process.exitCode = exitCode.pass;
      } catch (error) {
        throw error instanceof RefusedName ? new UsageError(`new: ${error.message}`) : error;
      }
    });
}
