/** Who has spent how many late days on what, and how many are left. */
import type { ClassResults, ExerciseResult, StudentResult } from "../../results.ts";

export interface LateDaysOf {
  readonly student: StudentResult;
  readonly of: number;
  readonly used: number;
  readonly left: number;
  /** Exercises that days were spent on. */
  readonly spent: readonly ExerciseResult[];
  /** Points that they saved. */
  readonly saved: number;
}

/** Everybody who has a budget; who has least left comes first. Empty where the policy knows no late days. */
export function lateDaysOf({ students }: ClassResults): readonly LateDaysOf[] {
  return students
    .flatMap((student): LateDaysOf[] => {
      const { lateDays, exercises } = student;
      if (lateDays === undefined) return [];
      const { of, used } = lateDays;
      const spent = exercises.filter(({ lateness }) => lateness?.lateDays !== undefined);
      const saved = spent.reduce((sum, { lateness }) => sum + (lateness?.saved ?? 0), 0);
      return [{ student, of, used, left: of - used, spent, saved }];
    })
    .sort((a, b) => a.left - b.left || b.used - a.used);
}
