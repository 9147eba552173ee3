import { existsSync } from "node:fs";
import { courseRoot } from "../../course/root.ts";
import { UsageError } from "../../usage-error.ts";

/** The commands that package.json runs by these names. */
const ownScripts = new Set([
  "grade",
  "hint",
  "demo",
  "doctor",
  "train",
  "capstone",
  "site",
  "classroom",
  "report",
  "new",
  "stubs",
  "check",
  "mutants",
]);

/** True if npm started this command; only then do its variables speak of it. */
export const isRunByNpm = (env: NodeJS.ProcessEnv): boolean => ownScripts.has(env.npm_lifecycle_event ?? "");

/** The folder that the user is in: npm moves to the package's own and names the user's. */
export function userFolder(env: NodeJS.ProcessEnv = process.env): string {
  return isRunByNpm(env) && env.INIT_CWD !== undefined && existsSync(env.INIT_CWD)
    ? env.INIT_CWD
    : currentFolder();
}

/** @throws UsageError if somebody took the folder away while the user was in it */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError("the folder that you are in is gone; cd to one that exists");
  }
}

/**
 * The folder of the course that the user works in.
 *
 * @throws UsageError if the user is in none
 */
export const userCourse = (): string => courseRoot(userFolder());
