/** What a student's repository is written from, for tests: some of the course's exercises, as built. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Source, studentFiles } from "../../../grader/class/student/files.ts";

export const root = resolve(import.meta.dirname, "../../..");
export const slugs = readdirSync(join(root, "dist", "exercises"))
  .map((file) => file.replace(/\.js$/, ""))
  .filter((slug) => existsSync(join(root, "exercises", slug, `${slug.replace(/^ex\d+-/, "")}.ts`)));
export const source = (some: readonly string[], title = "Exercises"): Source => ({
  root,
  dist: join(root, "dist"),
  slugs: some,
  title,
});

/** What of it is text: answers that wrong ones are held against are packed. */
export const textFiles = (of: Source): Map<string, string> =>
  new Map(
    [...studentFiles(of)].flatMap(([file, text]) =>
      typeof text === "string" ? [[file, text] as const] : [],
    ),
  );

/** By built file, the sources that it was made of. */
export const sourcesOf = JSON.parse(readFileSync(join(root, "dist", "sources.json"), "utf8")) as Readonly<
  Record<string, readonly string[]>
>;
