/** Which exercise builds on which. */
import type { CourseExercise } from "../course.ts";

/** An exercise's prerequisites, by number; none that another one of them brings along. */
export function prerequisitesOf(
  exercise: Pick<CourseExercise, "requires">,
  all: readonly Pick<CourseExercise, "id" | "requires">[],
): string[] {
  const requires = new Map(all.map((one) => [one.id, one.requires]));
  const behind = (id: string): readonly string[] =>
    (requires.get(id) ?? []).flatMap((one) => [one, ...behind(one)]);
  const brought = new Set(exercise.requires.flatMap(behind));
  return exercise.requires.filter((id) => requires.has(id) && !brought.has(id));
}
