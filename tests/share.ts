/**
 * What is dear and of one kind is tried in parts: another part with each commit, all with CHAINRULE_ALL=1 or
 * CHAINRULE_LONG=1. So the tests take as long as before when the course grows.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { isLong } from "./is-long.ts";

/** The commit as a number; 0 where there is none. */
function commit(): number {
  const { stdout, status } = spawnSync("git", ["rev-parse", "--short=6", "HEAD"], {
    cwd: resolve(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  return status === 0 ? Number.parseInt(stdout, 16) : 0;
}

const isWhole = isLong || process.env.CHAINRULE_ALL === "1";

/** This commit's part of a list: so many of it, or a few less. */
export function shareOf<T>(all: readonly T[], most: number): readonly T[] {
  if (isWhole || all.length <= most) return all;
  const parts = Math.ceil(all.length / most);
  const first = commit() % parts;
  return all.filter((_, i) => i % parts === first);
}
