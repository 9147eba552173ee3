/** `new`: the files of a new exercise. */

import { join } from "node:path";
import type { Command } from "commander";
import { shortName } from "../../course/exercises.ts";
import { ownCourse, writtenPlace } from "../../course/own.ts";
import { shownPath } from "../../course/root.ts";
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
      const own = ownCourse();
      if (own !== undefined && own.extend === undefined)
        throw new UsageError(
          'new: chainrule.config.json names no folder for exercises of your own; add "extend": "./my-exercises"',
        );
      try {
        const isOutside = own !== undefined;
        const root = userCourse();
        const placeOf = (path: string): string => (isOutside ? writtenPlace(path) : join(root, path));
        for (const file of newExercise(root, slug, { ...options, isOutside }, placeOf)) {
          process.stdout.write(`wrote ${isOutside ? shownPath(writtenPlace(file), root) : file}\n`);
        }
        process.stdout.write(
          `Next: do the TODOs, run \`npm run stubs\`, then \`npm run check ${shortName(slug)}\`.\n`,
        );
        process.exitCode = exitCode.pass;
      } catch (error) {
        throw error instanceof RefusedName ? new UsageError(`new: ${error.message}`) : error;
      }
    });
}
