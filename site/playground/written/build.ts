/** The files of the pages on which derivations are written: what the page runs, and the judge with what reads formulas. */
import { bundled, here, shared } from "../bundling.ts";

export async function writtenFiles(root: string, minify: boolean): Promise<ReadonlyMap<string, string>> {
  const [page, judge] = await Promise.all(
    ["written/page.ts", "written/worker.ts"].map((entry) =>
      bundled({ ...shared(root, minify), entryPoints: [here(root, entry)] }),
    ),
  );
  return new Map([
    ["play/lines.js", page as string],
    // As a function that nobody calls: its text is what a worker is made of, since a page from disk may start no other.
    ["play/lines-judge.js", `globalThis.chainruleLinesJudge = function () {${judge}};\n`],
  ]);
}
