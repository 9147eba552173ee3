/** Folders that must not lie in one another. */
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../../usage-error.ts";

/** @throws UsageError if a folder of ours would lie among the submissions, or they in it */
export function assertApart(ours: string, submissions: string, flag: string): void {
  const real = realOf(ours);
  const theirs = realOf(submissions);
  const isIn = (inner: string, outer: string): boolean => {
    const way = relative(outer, inner);
    return way === "" || (!way.startsWith("..") && resolve(way) !== way);
  };
  if (isIn(real, theirs) || isIn(theirs, real))
    throw new UsageError(`${flag}: a folder apart from the submissions expected, got ${ours}; name another`);
}

/** A path with its links resolved, as far as it exists. */
function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realOf(above), relative(above, path));
}
