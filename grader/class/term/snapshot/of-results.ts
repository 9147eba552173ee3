/** The snapshot of a class that has just been graded. */
import { mistakeSlugs } from "../../outputs/summary/mistake-slugs.ts";
import { stateOf } from "../../outputs/summary/state.ts";
import type { ClassExercise, ClassResults, ExerciseResult, StudentResult } from "../../results.ts";
import { checkId, signsOf } from "./signs.ts";
import type { Cell, Snapshot, SnapshotExercise, SnapshotStudent } from "./snapshot.ts";

export function snapshotOf(results: Omit<ClassResults, "schema">): Snapshot {
  const { gradedAt, title, seed, course, students } = results;
  const exercises = checksIn(results.exercises, students);
  return {
    at: gradedAt,
    title,
    seed,
    digest: course.digest,
    exercises,
    students: students.map((student) => studentOf(student, exercises)),
  };
}

/** The checks that verdicts have, by exercise. Where verdicts differ in them, all. */
function checksIn(
  exercises: readonly ClassExercise[],
  students: readonly StudentResult[],
): readonly SnapshotExercise[] {
  const found = exercises.map(({ slug, maxScore }) => ({ slug, maxScore, checks: [] as string[] }));
  for (const student of students) learn(found, student);
  return found;
}

/** Adds the checks that a student's verdicts have, and nobody's had before. */
export function learn(
  exercises: readonly (SnapshotExercise & { readonly checks: string[] })[],
  { exercises: own }: StudentResult,
): void {
  for (const [e, { slug, checks }] of exercises.entries()) {
    const known = resultAt(own, e, slug)?.verdict?.checks ?? [];
    if (known.length === checks.length && known.every((check, i) => checkId(check) === checks[i])) continue;
    for (const check of known) if (!checks.includes(checkId(check))) checks.push(checkId(check));
  }
}

export function studentOf(
  { folder, identifier, exercises: own }: StudentResult,
  exercises: readonly SnapshotExercise[],
): SnapshotStudent {
  const cells = exercises.map(({ slug, checks }, e) => cellOf(resultAt(own, e, slug), checks));
  return { folder, ...(identifier === undefined ? {} : { identifier }), cells };
}

/** Almost always it stands at the same place. */
const resultAt = (own: readonly ExerciseResult[], e: number, slug: string): ExerciseResult | undefined =>
  own[e]?.slug === slug ? own[e] : own.find((each) => each.slug === slug);

const nothing: Cell = {
  state: "missing",
  file: "",
  signs: "",
  mistakes: [],
  off: 0,
  isByHand: false,
  isKept: false,
};

function cellOf(result: ExerciseResult | undefined, checks: readonly string[]): Cell {
  if (result === undefined) return nothing;
  const { verdict, score, lateness, override, published } = result;
  return {
    state: stateOf(result),
    ...(score === undefined ? {} : { score }),
    file: verdict?.sha256.slice(0, 8) ?? "",
    signs: verdict === undefined ? "" : signsOf(verdict.checks, checks),
    mistakes: mistakeSlugs(verdict),
    off: override === undefined ? (lateness?.deduction ?? 0) : 0,
    isByHand: override !== undefined,
    isKept: published !== undefined,
  };
}
