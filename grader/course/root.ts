import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usage-error.ts";
import { distFolder } from "./home.ts";

/**
 * The folder of the course that somebody in a folder works in: the nearest above, else the program's own.
 *
 * @throws UsageError if neither is one
 */
export function courseRoot(from: string): string {
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
