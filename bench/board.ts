/** The board of a course in which everything is solved, beside bare Node. */
import { derivationSlugs, slugs } from "../grader/course/exercises.ts";
import { writeSolved } from "../tests/cli/solved-course.ts";
import { timed } from "./cold.ts";
import { program, root, withFolder } from "./places.ts";
import { byTurns, type Measured } from "./rounds.ts";

/** Each takes seconds. */
const ROUNDS = 3;

export function boards(): Promise<Measured<"bare" | "board">> {
  return withFolder((folder) => {
    writeSolved(root, [...slugs(), ...derivationSlugs()], folder);
    return byTurns(
      { bare: () => timed(["-e", "0"]), board: () => timed([program, "grade"], folder) },
      ROUNDS,
    );
  });
}
