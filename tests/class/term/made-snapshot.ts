/** Snapshots of a small class, written by hand: what matters of a cell, and the rest as usual. */
import { type ClassResults, knownPoints, type StudentResult } from "../../../grader/class/results.ts";
import type { Cell, Snapshot } from "../../../grader/class/term/snapshot/snapshot.ts";
import { madeResults } from "../outputs/made-results.ts";

export const cell = (more: Partial<Cell> = {}): Cell => ({
  ...{
    state: "begun",
    score: 5,
    file: "aaaa",
    signs: "pf",
    mistakes: [],
    off: 0,
    isByHand: false,
    isKept: false,
  },
  ...more,
});

export const passed = (file = "aaaa"): Cell => cell({ state: "passed", score: 10, file, signs: "pp" });

export const snapshot = (
  at: string,
  cells: Readonly<Record<string, Cell>>,
  more: Partial<Snapshot> = {},
): Snapshot => ({
  ...{ at, title: "Week 1", seed: 7, digest: "d" },
  exercises: [{ slug: "ex01-task-1", maxScore: 10, checks: ["f/value", "f/edge"] }],
  students: Object.entries(cells).map(([folder, each]) => ({ folder, cells: [each] })),
  ...more,
});

/** Drawn results of two exercises whose first student is as told. */
export function resultsWith(change: (student: StudentResult) => Partial<StudentResult>): ClassResults {
  const results = madeResults({ seed: 4, students: 3, exercises: 2 });
  const [first, ...others] = results.students;
  const changed = { ...first!, ...change(first!) };
  return { ...results, students: [{ ...changed, score: knownPoints(changed) }, ...others] };
}
