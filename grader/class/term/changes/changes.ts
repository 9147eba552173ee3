/** What is another result than before, and why. */
import type { StudentName } from "../../results.ts";
import type { Cell, Snapshot, SnapshotHead, SnapshotStudent } from "../snapshot/snapshot.ts";
import { whoNow } from "../snapshot/who.ts";
import type { Pair } from "./pair.ts";
import { whyChanged } from "./why.ts";

export interface Change {
  /** Index of the student in the results. */
  readonly student: number;
  readonly slug: string;
  readonly before: Cell;
  readonly maxBefore: number;
  readonly now: Cell;
  readonly max: number;
  readonly why: readonly string[];
}

export interface Changes {
  readonly before: SnapshotHead;
  /** In the order of the students, then of the exercises. */
  readonly all: readonly Change[];
  /** Who was there before and is not now: identifier or folder. */
  readonly left: readonly string[];
  /** Indices of those who are new. */
  readonly joined: readonly number[];
  /** Exercises that are worth another number of points than before. */
  readonly worth: readonly { readonly slug: string; readonly before: number; readonly now: number }[];
}

/** How much of the points, from 0 to 1; undefined without a grade. */
export const shareOf = ({ score }: Cell, maxScore: number): number | undefined =>
  score === undefined ? undefined : maxScore === 0 ? 1 : score / maxScore;

/** @param names those of the snapshot `now`, in its order */
export function changesBetween(before: Snapshot, now: Snapshot, names: readonly StudentName[]): Changes {
  const earlier = new Map(before.exercises.map((exercise, e) => [exercise.slug, { exercise, e }]));
  const find = whoNow(names, before.students);
  const old = new Map<number, SnapshotStudent>();
  const left: string[] = [];
  for (const student of before.students) {
    const at = find(student);
    if (at === undefined) left.push(student.identifier ?? student.folder);
    else old.set(at, student);
  }
  const all: Change[] = [];
  const joined: number[] = [];
  for (const [student, { cells }] of now.students.entries()) {
    const was = old.get(student);
    if (was === undefined) {
      joined.push(student);
      continue;
    }
    for (const [e, exercise] of now.exercises.entries()) {
      const known = earlier.get(exercise.slug);
      if (known === undefined) continue;
      const pair: Pair = { was: was.cells[known.e]!, is: cells[e]!, known: known.exercise, exercise };
      if (!isChanged(pair)) continue;
      const { was: from, is } = pair;
      all.push({
        ...{ student, slug: exercise.slug, before: from, maxBefore: known.exercise.maxScore },
        ...{ now: is, max: exercise.maxScore, why: whyChanged(before, now, pair) },
      });
    }
  }
  const worth = now.exercises.flatMap(({ slug, maxScore }) => {
    const was = earlier.get(slug)?.exercise.maxScore;
    return was === undefined || was === maxScore ? [] : [{ slug, before: was, now: maxScore }];
  });
  const { students: _, ...head } = before;
  return { before: head, all, left, joined, worth };
}

/** Points as a share count: where an exercise is worth twice as much, 8 of 10 is 16 of 20. */
const isChanged = ({ was, is, known, exercise }: Pair): boolean =>
  was.state !== is.state || shareOf(was, known.maxScore) !== shareOf(is, exercise.maxScore);
