/** Where the bench finds what it measures, and what it leaves behind: nothing. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { distFolder } from "../grader/course/home.ts";

export const root = join(distFolder(), "..");
export const program = join(distFolder(), "chainrule.js");
export const bench = join(distFolder(), "bench.js");

/** npm's variables would say that npm started the program. */
export const environment = { PATH: process.env.PATH ?? "", HOME: tmpdir(), LANG: "C.UTF-8" };

/** Runs a task with a folder of its own, which is gone afterwards, come what may. */
export async function withFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "chainrule-bench-")));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.on("exit", remove);
  try {
    return await task(folder);
  } finally {
    remove();
    process.off("exit", remove);
  }
}
