/** The board of a course in which everything is solved, beside bare Node. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { derivationSlugs, fileOf, slugs } from "../grader/course/exercises.ts";
import { timed } from "./cold.ts";
import { program, root, withFolder } from "./places.ts";
import { byTurns, type Measured } from "./rounds.ts";

/** Each takes seconds. */
const ROUNDS = 3;

export function boards(): Promise<Measured<"bare" | "board">> {
  return withFolder((folder) => {
    solved(folder);
    return byTurns(
      { bare: () => timed(["-e", "0"]), board: () => timed([program, "grade"], folder) },
      ROUNDS,
    );
  });
}

/** Writes a course's folder with the model answers. */
function solved(folder: string): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "chainrule-solved" }));
  const answers = readdirSync(join(root, "solutions"));
  for (const slug of [...slugs(), ...derivationSlugs()]) {
    const place = join(folder, "exercises", slug);
    mkdirSync(place, { recursive: true });
    const answer = answers.find((file) => file.startsWith(`${slug}.`));
    if (answer !== undefined) cpSync(join(root, "solutions", answer), join(place, fileOf(slug)));
  }
}
