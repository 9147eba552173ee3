/**
 * The order in which a heat map shows what is stuck as one corner, the one that is seen without scrolling: the
 * students with the fewest points first, the hardest exercises first. Who has not begun comes last: rows of nothing
 * would hide the others.
 */
import { type ClassResults, knownPoints } from "../../results.ts";
import type { ExerciseStats } from "./exercise-stats.ts";
import { isBegun } from "./state.ts";

export interface Order {
  /** Indices of students. */
  readonly students: readonly number[];
  /** Indices of exercises. */
  readonly exercises: readonly number[];
}

export function stuckCorner({ students }: ClassResults, stats: readonly ExerciseStats[]): Order {
  const share = stats.map(({ score, maxScore }) => (maxScore === 0 ? 1 : score / maxScore));
  const scores = students.map((student) =>
    student.exercises.some(isBegun) ? knownPoints(student) : Number.POSITIVE_INFINITY,
  );
  return { students: rising(scores), exercises: rising(share) };
}

/** Indices by rising value; equals stay in order. */
const rising = (values: readonly number[]): number[] =>
  values.map((_, i) => i).sort((a, b) => (values[a] === values[b] ? a - b : values[a]! - values[b]!));
