/** Everything that the report says about a class as a whole. */
import { type ClassResults, hundredths, knownMost, knownPoints } from "../../results.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { type ExerciseStats, exerciseStats } from "./exercise-stats.ts";
import { type ClassMistake, classMistakes } from "./mistakes.ts";
import { type Order, stuckCorner } from "./order.ts";
import { teachingSentence } from "./sentence.ts";
import { type Attention, attention } from "./stuck.ts";

export interface Summary {
  readonly sentence: string;
  /** Of all exercises of all students that have a grade. */
  readonly score: number;
  readonly maxScore: number;
  /** Shares of their points, one for each student of whom anything is graded, rising. */
  readonly shares: readonly number[];
  readonly exercises: readonly ExerciseStats[];
  readonly mistakes: readonly ClassMistake[];
  readonly attention: Attention;
  /** Which cells of the gradebook hold no number. */
  readonly cells: Cells;
  readonly order: Order;
}

export function summarise(results: ClassResults): Summary {
  const exercises = exerciseStats(results);
  const mistakes = classMistakes(results);
  const { students } = results;
  return {
    sentence: teachingSentence(results, exercises, mistakes),
    score: hundredths(exercises.reduce((sum, { score }) => sum + score, 0)),
    maxScore: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
    shares: students
      .filter((student) => knownMost(student) > 0)
      .map((student) => knownPoints(student) / knownMost(student))
      .sort((a, b) => a - b),
    exercises,
    mistakes,
    cells: cellsOf(results),
    attention: attention(results, exercises),
    order: stuckCorner(results, exercises),
  };
}
