/** `stubs`: every stub and every task anew from what they are made of. */

import type { Command } from "commander";
import type { StubOptions } from "../../author/stubs.ts";
import { loadExercise } from "../../course/exercises.ts";
import { ownCourse } from "../../course/own.ts";
import { exitCode } from "../exit-code.ts";
import { userCourse } from "../npm/user-folder.ts";

export function stubsCommand(program: Command): void {
  program
    .command("stubs")
    .option("--check", "only compares, and writes nothing")
    .option("--force", "overwrites stubs that someone has worked in, too")
    .description("writes all stubs and tasks anew")
    .action(async (options: StubOptions) => {
      const { loadDerivation } = await import("../../course/derivations.ts");
      const { writeStubs } = await import("../../author/stubs.ts");
      const { refusalLine } = await import("../../author/check/refusal.ts");
      const { bringBack, placeShown } = await import("../own/bring-back.ts");
      const root = userCourse();
      const own = ownCourse();
      const only = own === undefined ? {} : { only: own.slugs };
      const reports = await writeStubs(root, loadExercise, { ...options, ...only }, loadDerivation);
      const written = reports.filter(({ state }) => state === "new" || state === "changed");
      const refused = reports.flatMap(({ refusal }) => refusal ?? []);
      bringBack(
        root,
        written.map(({ file }) => file),
      );
      for (const { file, state } of written)
        process.stdout.write(`${state === "new" ? "wrote" : "changed"} ${placeShown(file, root)}\n`);
      for (const refusal of refused)
        process.stderr.write(`${refusalLine({ ...refusal, file: placeShown(refusal.file, root) })}\n`);
      const same = reports.length - written.length - refused.length;
      process.stdout.write(`${written.length} written, ${same} as they were, ${refused.length} refused\n`);
      process.exitCode = refused.length === 0 ? exitCode.pass : exitCode.short;
    });
}
