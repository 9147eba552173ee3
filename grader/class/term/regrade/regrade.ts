/**
 * What a new grading changes of what was published, and whether it may: no published grade becomes less, unless the
 * instructor says so.
 */
import { type ClassResults, type ExerciseResult, knownPoints, type StudentResult } from "../../results.ts";
import { type Change, type Changes, changesBetween, shareOf } from "../changes/changes.ts";
import { snapshotOf } from "../snapshot/of-results.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

export interface Regraded extends Change {
  /** True where the published points stay. */
  readonly isKept: boolean;
  /** Points that count in the end; absent where there is no grade. */
  readonly counts?: number;
}

export interface Regrade extends Omit<Changes, "all"> {
  /** Those whose points or shares of points would be others; where a state alone changed, nothing is published. */
  readonly all: readonly Regraded[];
}

/** The results that are to be published, with what that changes. */
export function regraded(
  results: ClassResults,
  published: Snapshot,
  mayLower: boolean,
): { readonly results: ClassResults; readonly regrade: Regrade } {
  const { all, ...changes } = changesBetween(published, snapshotOf(results), results.students);
  const moved = all
    .filter(({ before, maxBefore, now, max }) => shareOf(before, maxBefore) !== shareOf(now, max))
    .map((change): Regraded => {
      const floor = floorOf(change);
      const { score } = change.now;
      const isKept = !mayLower && score !== undefined && floor !== undefined && score < floor;
      const counts = isKept ? floor : score;
      return { ...change, isKept, ...(counts === undefined ? {} : { counts }) };
    });
  const kept = moved.filter(({ isKept }) => isKept);
  return {
    results: kept.length === 0 ? results : withKept(results, kept, published.at),
    regrade: { ...changes, all: moved },
  };
}

/** The published points in what the exercise is worth now, rounded up to hundredths. */
const floorOf = ({ before, maxBefore, max }: Change): number | undefined => {
  const share = shareOf(before, maxBefore);
  if (before.score === undefined || share === undefined) return undefined;
  // What adding and dividing leave behind is no hundredth.
  return maxBefore === max ? before.score : Math.ceil(share * max * 100 - 1e-6) / 100;
};

function withKept(results: ClassResults, kept: readonly Regraded[], at: string): ClassResults {
  const byStudent = new Map<number, Map<string, Regraded>>();
  for (const each of kept)
    byStudent.set(each.student, (byStudent.get(each.student) ?? new Map()).set(each.slug, each));
  const students = results.students.map((student, s) => {
    const own = byStudent.get(s);
    return own === undefined ? student : keptStudent(student, own, at);
  });
  return { ...results, students };
}

function keptStudent(student: StudentResult, kept: ReadonlyMap<string, Regraded>, at: string): StudentResult {
  const exercises = student.exercises.map((result): ExerciseResult => {
    const one = kept.get(result.slug);
    if (one?.counts === undefined || result.score === undefined) return result;
    const { before, maxBefore, counts } = one;
    const published = { score: before.score!, maxScore: maxBefore, now: result.score, at };
    return { ...result, score: counts, published };
  });
  const asked = exercises.filter(({ excused }) => excused === undefined);
  const score = student.score === undefined ? {} : { score: knownPoints({ exercises: asked }) };
  return { ...student, exercises, ...score };
}
