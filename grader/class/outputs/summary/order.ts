/**
 * The order in which a heat map shows what is stuck as one corner: the best students first, the easiest exercises
 * first, so that what is missing gathers at the lower right.
 */
import type { ClassResults } from "../../results.ts";
import type { ExerciseStats } from "./exercise-stats.ts";

export interface Order {
  /** Indices of students. */
  readonly students: readonly number[];
  /** Indices of exercises. */
  readonly exercises: readonly number[];
}

export function stuckCorner({ students }: ClassResults, stats: readonly ExerciseStats[]): Order {
  const share = stats.map(({ score, maxScore }) => (maxScore === 0 ? 0 : score / maxScore));
  const scores = students.map(({ score }) => score);
  return { students: descending(scores), exercises: descending(share) };
}

/** Indices by falling value; equals stay in order. */
const descending = (values: readonly number[]): number[] =>
  values.map((_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b);
