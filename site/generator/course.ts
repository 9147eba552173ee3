/** What the pages are made of: exercises with their tasks, in the order of their numbers. */
import type { DerivationExercise } from "../../grader/exercise/derivation.ts";
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

/** A derivation that a student writes. */
export interface CourseWritten {
  readonly slug: string;
  /** "d06" */
  readonly id: string;
  readonly exercise: DerivationExercise;
  /** The task in Markdown. */
  readonly readme: string;
  /** derivation.md, before anybody has written in it. */
  readonly stub: string;
}

export interface Course {
  readonly exercises: readonly CourseExercise[];
  readonly written: readonly CourseWritten[];
  /** What a course of one's own leaves out: it has no page, and its mistakes are still what goes wrong in a line. */
  readonly leftOut?: readonly Pick<Exercise, "slug" | "derivation" | "mistakes">[];
}
