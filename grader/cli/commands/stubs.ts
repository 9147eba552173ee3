/** `stubs`: every stub anew from its solution. */
import type { Command } from "commander";
import type { StubOptions } from "../../author/stubs.ts";
import { exitCode } from "../exit-code.ts";
import { courseRoot } from "../root.ts";

export function stubsCommand(program: Command): void {
  program
    .command("stubs")
    .option("--check", "only compares, and writes nothing")
    .option("--force", "overwrites stubs that someone has worked in, too")
    .description("cuts all stubs from the solutions")
    .action(async (options: StubOptions) => {
      const { writeStubs } = await import("../../author/stubs.ts");
      const reports = writeStubs(courseRoot(), options);
      const written = reports.filter(({ state }) => state === "new" || state === "changed");
      const refused = reports.filter(({ says }) => says !== undefined);
      for (const { file, state } of written)
        process.stdout.write(`${state === "new" ? "wrote" : "changed"} ${file}\n`);
      for (const { file, says } of refused) process.stderr.write(`${file} ${says}\n`);
      const same = reports.length - written.length - refused.length;
      process.stdout.write(`${written.length} written, ${same} as they were, ${refused.length} refused\n`);
      process.exitCode = refused.length === 0 ? exitCode.pass : exitCode.short;
    });
}
