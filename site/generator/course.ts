/** What the pages are made of: exercises with their tasks, in the order of their numbers. */
import type { Exercise } from "../../grader/exercise/exercise.ts";

export interface CourseExercise extends Exercise {
  /** "ex10" */
  readonly id: string;
  /** The task in Markdown. */
  readonly readme: string;
  /** The file that a student edits, and its name. */
  readonly stub: string;
  readonly stubFile: string;
}

export interface Course {
  readonly exercises: readonly CourseExercise[];
  /** What a course of one's own leaves out: it has no page, and its mistakes are still what goes wrong in a line. */
  readonly leftOut?: readonly Pick<Exercise, "slug" | "derivation" | "mistakes">[];
}
