/**
 * Which exercise builds on which, through those of the plan that are not written yet: ex33 builds on ex12 by way of
 * ex32, ex31 and ex13. What a written exercise says of itself counts before this table.
 */
import type { CourseExercise } from "../course.ts";

const PLAN: Readonly<Record<string, readonly string[]>> = {
  ex01: [],
  ex03: ["ex01"],
  ex05: ["ex02"],
  ex06: ["ex05"],
  ex07: ["ex06"],
  ex12: ["ex07", "ex10"],
  ex13: ["ex12"],
  ex20: ["ex06"],
  ex28: ["ex01"],
  ex29: ["ex28"],
  ex31: ["ex13"],
  ex32: ["ex31"],
  ex35: ["ex07", "ex12"],
  ex36: ["ex35"],
  ex37: ["ex14", "ex01"],
  ex38: ["ex35", "ex37"],
  ex39: ["ex09"],
  ex40: ["ex38"],
  ex42: ["ex41", "ex40"],
  ex43: ["ex42"],
  ex45: ["ex39", "ex44"],
};

/** An exercise's prerequisites that have a page, by number; none that another one of them brings along. */
export function prerequisitesOf(exercise: CourseExercise, all: readonly CourseExercise[]): string[] {
  const written = new Map(all.map((one) => [one.id, one]));
  const above = (id: string): string[] => (written.has(id) ? [id] : (PLAN[id] ?? []).flatMap(above));
  const near = [...new Set(exercise.requires.flatMap(above))];
  const behind = (id: string): string[] =>
    (written.get(id)?.requires ?? []).flatMap(above).flatMap((one) => [one, ...behind(one)]);
  const brought = new Set(near.flatMap(behind));
  return near.filter((id) => !brought.has(id));
}
