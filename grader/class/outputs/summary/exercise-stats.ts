/** What came out of one exercise over the whole class. */
import type { CheckKind } from "../../../verdict/verdict.ts";
import type { ClassExercise, ClassResults, Growing } from "../../results.ts";
import { gradeOf } from "../grade.ts";
import { type State, stateOf, states } from "./state.ts";

export interface CheckStats {
  readonly function: string;
  readonly kind: CheckKind;
  readonly title: string;
  readonly maxPoints: number;
  readonly passed: number;
  /** Students whose verdict has this check. */
  readonly of: number;
}

export interface ExerciseStats {
  readonly exercise: ClassExercise;
  readonly students: number;
  readonly states: Readonly<Record<State, number>>;
  /** Points that count, over all students who have a grade. */
  readonly score: number;
  /** Points that could be had, over the same. */
  readonly maxScore: number;
  readonly checks: readonly CheckStats[];
}

/** One for each exercise, in the order of the course. */
export function exerciseStats({ exercises, students }: ClassResults): readonly ExerciseStats[] {
  const found = new Map(exercises.map((exercise) => [exercise.slug, begin(exercise)]));
  for (const student of students)
    for (const result of student.exercises) {
      const stats = found.get(result.slug);
      if (stats === undefined) continue;
      stats.students++;
      stats.states[stateOf(result)]++;
      const grade = gradeOf(result);
      if (typeof grade === "number") {
        stats.score += grade;
        stats.maxScore += result.maxScore;
      }
      for (const { function: fn, kind, title, maxPoints, status } of result.verdict?.checks ?? []) {
        const key = `${fn}/${kind}`;
        const check = stats.byKey.get(key) ?? { function: fn, kind, title, maxPoints, passed: 0, of: 0 };
        stats.byKey.set(key, check);
        check.of++;
        if (status === "pass") check.passed++;
      }
    }
  return [...found.values()].map(({ byKey, ...stats }) => ({ ...stats, checks: [...byKey.values()] }));
}

const begin = (exercise: ClassExercise) => ({
  exercise,
  students: 0,
  states: Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>,
  score: 0,
  maxScore: 0,
  byKey: new Map<string, Growing<CheckStats>>(),
});
