/** What a student's repository is written from, for tests: some of the course's exercises, as built. */
import { existsSync, readdirSync } from "node:fs";
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

/** Where the pages do not come along, every file is a text. */
export const textFiles = (of: Source): Map<string, string> => studentFiles(of) as Map<string, string>;
