import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usage-error.ts";
import { distFolder } from "./home.ts";

/** The commands that package.json runs by these names. */
const ownScripts = new Set([
  "grade",
  "hint",
  "demo",
  "doctor",
  "train",
  "site",
  "classroom",
  "report",
  "new",
  "stubs",
  "check",
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
 * The folder of the course that the user works in: the nearest above, else the program's own.
 *
 * @throws UsageError if neither is one
 */
export function courseRoot(from: string = userFolder()): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isCourse(folder)) return folder;
    if (dirname(folder) === folder) break;
  }
  const own = dirname(distFolder());
  if (isCourse(own)) return own;
  throw new UsageError(`${from}: not inside a folder of the course; cd to the one that holds exercises/.`);
}

function isCourse(folder: string): boolean {
  if (!existsSync(join(folder, "exercises"))) return false;
  try {
    return readFileSync(join(folder, "package.json"), "utf8").includes("chainrule");
  } catch {
    return false;
  }
}

/** A path as it is shown: from the root where it lies in it, in full elsewhere; always with forward slashes. */
export function shownPath(file: string, root: string): string {
  const inside = relative(root, file);
  const shown = inside.startsWith("..") || resolve(inside) === inside ? file : inside;
  return sep === "/" ? shown : shown.replaceAll(sep, "/");
}
