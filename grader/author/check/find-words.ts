/** Where words of a declaration stand among the exercise's files. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathsOf, type Slug } from "../course.ts";
import { textOf } from "../text-of.ts";

/** Path and line of the words, or the declaration's path where they are put together elsewhere. */
export function placeOf(root: string, slug: Slug, words: string): string {
  const { folder, exercise, stub } = pathsOf(slug);
  const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  for (const file of [
    exercise,
    ...files.filter((name) => name.endsWith(".ts") && name !== stub && name !== exercise),
  ]) {
    const line = textOf(root, file)
      .split("\n")
      .findIndex((text) => text.includes(`"${words}"`));
    if (line >= 0) return `${file}:${line + 1}`;
  }
  return exercise;
}
