/** What goes into a gradebook. A total has no grade where an exercise that belongs to it has none. */
import { type ExerciseResult, hundredths, type StudentResult } from "../results.ts";

/** Points; excused; or undefined where there is no grade. */
export type Grade = number | "excused" | undefined;

export const gradeOf = ({ score, noGrade }: ExerciseResult): Grade =>
  noGrade === "excused" ? "excused" : score;

/**
 * The total. Where some exercises are excused, those that are left count for all: 15 of 20 is 30 of 40, rounded to
 * hundredths.
 */
export function totalOf({ exercises, score, maxScore }: StudentResult): Grade {
  if (score === undefined)
    return exercises.length > 0 && exercises.every((each) => gradeOf(each) === "excused")
      ? "excused"
      : undefined;
  const all = exercises.reduce((sum, each) => sum + each.maxScore, 0);
  return maxScore === all || maxScore === 0 ? score : hundredths((score * all) / maxScore);
}

/** Why a student has nothing, as the student may read it: what else is called alike belongs to somebody else. */
export const problemFor = ({ problem, exercises }: StudentResult): string | undefined =>
  exercises.some(({ absence }) => absence === "unclear")
    ? "It is not clear yet which submission is yours. Ask your instructor."
    : problem;

/** For a gradebook that knows points only: empty where there are none. */
export const pointsOf = (grade: Grade): number | "" => (typeof grade === "number" ? grade : "");
