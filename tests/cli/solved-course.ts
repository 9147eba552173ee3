/** The folder of a course in which everything is solved. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf } from "../../grader/course/exercises.ts";

/** Writes the model answers of exercises, from a repository's root, as a student would have them. */
export function writeSolved(root: string, slugs: readonly string[], folder: string): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "chainrule-solved" }));
  const answers = readdirSync(join(root, "solutions"));
  for (const slug of slugs) {
    const place = join(folder, "exercises", slug);
    mkdirSync(place, { recursive: true });
    const answer = answers.find((file) => file.startsWith(`${slug}.`));
    if (answer !== undefined) cpSync(join(root, "solutions", answer), join(place, fileOf(slug)));
  }
}
