/**
 * What is dear and of one kind is tried in parts: with each commit what it touched and another part of the rest, all
 * with CHAINRULE_ALL=1 or CHAINRULE_LONG=1. So the tests take as long as before when the course grows.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { isLong } from "./is-long.ts";

/** What git says; nothing where it says none, as beyond the end of a shallow clone. */
function git(...args: string[]): string {
  const cwd = resolve(import.meta.dirname, "..");
  const { stdout, status } = spawnSync("git", args, { cwd, encoding: "utf8" });
  return status === 0 ? stdout : "";
}

const isWhole = isLong || process.env.CHAINRULE_ALL === "1";

/** The commit as a number; 0 where there is none. */
const commit = isWhole ? 0 : Number.parseInt(`0${git("rev-parse", "--short=6", "HEAD")}`, 16);

/** Paths that the commit has touched, and those that are changed and not committed. */
const touched = isWhole
  ? []
  : [
      ...git("diff", "--name-only", "HEAD~1").split("\n"),
      ...git("ls-files", "-o", "--exclude-standard").split("\n"),
    ];

/**
 * This commit's part of a list: so many of it, or a few less; those first whose name is in a path that the commit has
 * touched, as `ex10-mse-gradients` is in `exercises/ex10-mse-gradients/laws.ts`.
 */
export function shareOf<T>(
  all: readonly T[],
  most: number,
  nameOf = (one: T): string => String(one),
): readonly T[] {
  if (isWhole || all.length <= most) return all;
  const isTouched = (one: T): boolean => touched.some((path) => path.split(/[/.]/).includes(nameOf(one)));
  const first = all.filter(isTouched).slice(0, most);
  const rest = all.filter((one) => !first.includes(one));
  const parts = Math.ceil(rest.length / Math.max(1, most - first.length));
  const others = first.length === most ? [] : rest.filter((_, i) => i % parts === commit % parts);
  return all.filter((one) => first.includes(one) || others.includes(one));
}
