import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usage-error.ts";
import { distFolder } from "./home.ts";
import { homeFolder, ownCourse } from "./own.ts";

/**
 * The folder of the course that somebody in a folder works in: the nearest above, else the program's own.
 *
 * @throws UsageError if neither is one
 */
export function courseRoot(from: string): string {
  const home = dirname(distFolder());
  const own = ownCourse();
  // What a course of one's own is made of is not that course.
  const parts = own === undefined ? [] : [own.folder, own.installed];
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isCourse(folder) && !parts.includes(folder)) return folder;
    if (dirname(folder) === folder) break;
  }
  if (isCourse(home)) return home;
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
  const inside = [root, homeFolder()].map((folder) => relative(folder, file)).find(isInside);
  const shown = inside ?? file;
  return sep === "/" ? shown : shown.replaceAll(sep, "/");
}

const isInside = (way: string): boolean => !way.startsWith("..") && resolve(way) !== way;
