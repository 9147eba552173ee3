import type { Command } from "commander";
import type { SiteOptions } from "../site/site.ts";

/** `chainrule site` */
export function siteCommand(program: Command): void {
  program
    .command("site")
    .summary("build the site, or serve it on this machine")
    .description("Builds the site into site/dist/: derivations, each line of them checked, and exercises.")
    .option("--serve", "serve it on 127.0.0.1 and show changes at once; writes nothing")
    .option("--port <number>", "the port to serve on; 4173 unless told")
    .option("--out <folder>", "write it there")
    .argument("[more...]")
    .action(async (more: readonly string[], options: SiteOptions) => {
      const { site } = await import("../site/site.ts");
      process.exitCode = await site(options, more);
    });
}
