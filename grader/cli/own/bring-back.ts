/** What the author's tools write in a course of one's own belongs into the folder that it was made of. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recorded } from "../../author/mutants/recorded.ts";
import { writeWhole } from "../../author/write-whole.ts";
import { ownCourse, writtenPlace } from "../../course/own.ts";
import { shownPath } from "../../course/root.ts";

/** Brings files back, by their paths from the root. In the course itself they lie where they belong. */
export function bringBack(root: string, paths: readonly string[]): void {
  if (ownCourse()?.extend === undefined) return;
  for (const path of paths) {
    const place = writtenPlace(path);
    if (place !== join(root, path) && existsSync(join(root, path)))
      writeWhole(place, readFileSync(join(root, path), "utf8"));
  }
}

/** Brings back what the mutants of one's own came to; the course's own counts stay where they are. */
export function bringCountsBack(root: string): void {
  const own = ownCourse();
  if (own?.extend === undefined) return;
  const counts = Object.entries(recorded(root)).filter(([slug]) => own.slugs.includes(slug));
  writeWhole(writtenPlace(MUTANTS), `${JSON.stringify(Object.fromEntries(counts), null, 1)}\n`);
}

const MUTANTS = "site/mutants.json";

/** A file as a reader finds it, with the line behind it; what is no path of the course stays as it is. */
export function placeShown(file: string, root: string): string {
  if (ownCourse()?.extend === undefined) return file;
  const [, path = file, line = ""] = /^(.*?)((?::\d+)?)$/.exec(file) ?? [];
  if (!/^(exercises|solutions|site)\//.test(path)) return file;
  return `${shownPath(writtenPlace(path), root)}${line}`;
}
