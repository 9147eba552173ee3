/** What is dear and of one kind is tried in parts: another third with each commit, all with CHAINRULE_LONG=1. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { isLong } from "./is-long.ts";

/** One in so many. */
const SHARE = 3;

/** The commit as a number; 0 where there is none. */
function commit(): number {
  const { stdout, status } = spawnSync("git", ["rev-parse", "--short=6", "HEAD"], {
    cwd: resolve(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  return status === 0 ? Number.parseInt(stdout, 16) : 0;
}

/** This commit's part of a list. */
export function shareOf<T>(all: readonly T[]): readonly T[] {
  if (isLong) return all;
  const first = commit() % SHARE;
  return all.filter((_, i) => i % SHARE === first);
}
