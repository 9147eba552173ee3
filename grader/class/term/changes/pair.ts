import type { Cell, SnapshotExercise } from "../snapshot/snapshot.ts";

/** The same exercise of the same student at two times. */
export interface Pair {
  readonly was: Cell;
  readonly is: Cell;
  readonly known: SnapshotExercise;
  readonly exercise: SnapshotExercise;
}
