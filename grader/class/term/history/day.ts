/** What a class had come to on one day: the last execution of it. */
import type { Snapshot, SnapshotExercise, SnapshotStudent } from "../snapshot/snapshot.ts";

export interface DayCheck {
  /** Verdicts that have it, stubs left out. */
  of: number;
  passed: number;
}

export interface DayExercise {
  students: number;
  /** Those who have begun, with those who have passed. */
  begun: number;
  passed: number;
  /** Points as shares of what the exercise was worth, added up over all who had a grade. */
  shares: number;
  graded: number;
  /** By `function/kind`. */
  readonly checks: Map<string, DayCheck>;
  /** How many students made each mistake. */
  readonly mistakes: Map<string, number>;
}

export interface Day {
  /** When it was graded, ISO 8601. */
  readonly at: string;
  /** As `2026-11-29`, where the class is. */
  readonly date: string;
  readonly exercises: ReadonlyMap<string, DayExercise>;
}

export function dayOf({ at, exercises, students }: Snapshot, date: string): Day {
  const found = exercises.map(begin);
  for (const student of students)
    for (const [e, exercise] of exercises.entries()) count(found[e]!, exercise, student, e);
  return { at, date, exercises: new Map(exercises.map(({ slug }, e) => [slug, found[e]!])) };
}

const begin = ({ checks }: SnapshotExercise): DayExercise => ({
  ...{ students: 0, begun: 0, passed: 0, shares: 0, graded: 0, mistakes: new Map() },
  checks: new Map(checks.map((id) => [id, { of: 0, passed: 0 }])),
});

function count(
  day: DayExercise,
  { maxScore, checks }: SnapshotExercise,
  { cells }: SnapshotStudent,
  e: number,
): void {
  const { state, score, signs, mistakes } = cells[e]!;
  day.students++;
  if (score !== undefined && maxScore > 0) {
    day.shares += score / maxScore;
    day.graded++;
  }
  if (state !== "passed" && state !== "begun") return;
  day.begun++;
  if (state === "passed") day.passed++;
  for (const [i, id] of checks.entries()) {
    const sign = signs[i] ?? "-";
    if (sign === "-") continue;
    const check = day.checks.get(id)!;
    check.of++;
    if (sign === "p") check.passed++;
  }
  for (const mistake of mistakes) day.mistakes.set(mistake, (day.mistakes.get(mistake) ?? 0) + 1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone. */
export function dateOf(at: string, zone: string): string {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  formats.set(zone, format);
  return format.format(new Date(at));
}
