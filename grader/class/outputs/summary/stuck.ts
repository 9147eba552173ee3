/**
 * Students whom a talk would help.
 *
 * Stuck is who has begun an exercise and falls short of it, has passed none that comes after it, and is in the
 * minority with that: at least half of those who began it have passed. Where most fall short, the exercise has to be
 * taught again, and no single student is stuck.
 */
import { type ClassResults, knownPoints, type StudentResult } from "../../results.ts";
import type { ExerciseStats } from "./exercise-stats.ts";
import { isBegun, isUntouched, stateOf } from "./state.ts";

export const stuckRule =
  "has begun an exercise and falls short of it, has passed none after it, and at least half of those who began it have passed";

export interface Stuck {
  readonly student: StudentResult;
  readonly slug: string;
  /** How many exercises of the course come after it. */
  readonly left: number;
}

export interface Attention {
  /** Those with the most of the course before them first. */
  readonly stuck: readonly Stuck[];
  /** Students of whom nothing was begun. */
  readonly absent: readonly StudentResult[];
}

export function attention({ students }: ClassResults, stats: readonly ExerciseStats[]): Attention {
  const most = new Set(
    stats
      .filter(({ states: { passed, begun } }) => passed > 0 && passed >= begun)
      .map(({ exercise }) => exercise.slug),
  );
  const stuck: Stuck[] = [];
  const absent: StudentResult[] = [];
  for (const student of students) {
    const results = student.exercises;
    if (!results.some(isBegun)) {
      if (results.some(isUntouched)) absent.push(student);
      continue;
    }
    const lastPassed = results.findLastIndex((result) => stateOf(result) === "passed");
    const at = results.findIndex(
      (result, i) => i > lastPassed && stateOf(result) === "begun" && most.has(result.slug),
    );
    if (at >= 0) stuck.push({ student, slug: results[at]!.slug, left: results.length - 1 - at });
  }
  stuck.sort((a, b) => b.left - a.left || knownPoints(a.student) - knownPoints(b.student));
  return { stuck, absent };
}
