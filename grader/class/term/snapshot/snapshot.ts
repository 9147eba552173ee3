/**
 * What one execution of `report` found, without the texts of findings: little enough to keep one for each execution of
 * a term, and enough to say what moved between two of them and why.
 */
import type { State } from "../../outputs/summary/state.ts";

export interface SnapshotExercise {
  readonly slug: string;
  readonly maxScore: number;
  /** The checks by `function/kind`, in the order of the verdict. */
  readonly checks: readonly string[];
}

/** A letter for each check, as in `ppfs`: passed, fell short, skipped, inconclusive; `-` where there is none. */
export type Signs = string;

/** One exercise of one student. */
export interface Cell {
  readonly state: State;
  /** Points that count; absent where there is no grade. */
  readonly score?: number;
  /** The beginning of the digest of the file that was judged; empty without one. */
  readonly file: string;
  /** Empty without a verdict. */
  readonly signs: Signs;
  /** Slugs of what the numbers name, each once. */
  readonly mistakes: readonly string[];
  /** Points that lateness took. */
  readonly off: number;
  /** True where the score was set by hand. */
  readonly isByHand: boolean;
  /** True where the score is one that was published before and is not lowered. */
  readonly isKept: boolean;
}

export interface SnapshotStudent {
  readonly folder: string;
  readonly identifier?: string;
  /** One for each exercise of the snapshot. */
  readonly cells: readonly Cell[];
}

export interface SnapshotHead {
  /** When it was graded, ISO 8601 in UTC. */
  readonly at: string;
  readonly title: string;
  readonly seed: number;
  /** Digest of the course. */
  readonly digest: string;
  readonly exercises: readonly SnapshotExercise[];
}

export interface Snapshot extends SnapshotHead {
  readonly students: readonly SnapshotStudent[];
}
