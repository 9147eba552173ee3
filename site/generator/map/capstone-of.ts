/** The work at a unit's end. */
import { capstonesFor } from "../../../grader/capstone/capstones.ts";
import { capstonePath } from "../capstone/capstone-page.ts";
import type { CourseExercise } from "../course.ts";
import { lowered } from "./lowered.ts";
import type { Unit } from "./units.ts";

/** Nothing where a unit has none yet. */
export function capstoneOf({ number }: Unit, exercises: readonly CourseExercise[]) {
  const capstone = capstonesFor(exercises.map(({ id }) => id)).find(({ unit }) => unit === number);
  return capstone && { path: capstonePath(capstone), title: lowered(capstone.title) };
}
