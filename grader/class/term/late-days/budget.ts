/**
 * Late days: a budget across exercises. Nobody has to ask for one; they are spent in the order of due dates, on each
 * exercise the fewest that give it the most points. So nobody spends a day that saves nothing: not on work that earns
 * nothing, nor beyond a cap, nor where it is too late even so.
 */
import type { Policy } from "../../policy/policy.ts";
import type { ClassExercise, ExerciseResult, LateDaysLeft } from "../../results.ts";

/** A budget and the keys of those whose it is: one student, or all who hand in together. */
export interface Account {
  readonly members: readonly string[];
  readonly days: number;
  readonly per: "person" | "group";
}

interface Given {
  readonly policy: Policy;
  readonly moreLateDays?: ReadonlyMap<string, number>;
}

/** One for each student, or one for the group. What a group got in addition, each of its members got. */
export function accountsOf({ policy, moreLateDays }: Given, owners: readonly string[]): readonly Account[] {
  if (policy.lateDays === undefined) return [];
  const { days, per } = policy.lateDays;
  const more = (key: string): number => moreLateDays?.get(key) ?? 0;
  if (per === "group") return [{ members: owners, days: days + Math.max(0, ...owners.map(more)), per }];
  return owners.map((key) => ({ members: [key], days: days + more(key), per }));
}

export type ResultOf = (key: string, exercise: ClassExercise, lateDays: number) => ExerciseResult;

/** Days that are spent, by the slug of the exercise. */
export function spendLateDays(
  account: Account,
  { policy, exercises }: Given & { readonly exercises: readonly ClassExercise[] },
  resultOf: ResultOf,
): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  let left = account.days;
  const { each = Number.POSITIVE_INFINITY } = policy.lateDays ?? {};
  for (const exercise of byDueDate(exercises, policy)) {
    if (left === 0) break;
    const days = daysFor(account, exercise, Math.min(left, each), policy, resultOf);
    if (days === 0) continue;
    spent.set(exercise.slug, days);
    left -= days;
  }
  return spent;
}

/** Those that are due, in the order of the course where two are due at once. */
function byDueDate(exercises: readonly ClassExercise[], { due }: Policy): readonly ClassExercise[] {
  return exercises.filter(({ slug }) => due.has(slug)).sort((a, b) => due.get(a.slug)! - due.get(b.slug)!);
}

/** The fewest days, of so many at most, that give the most points. */
function daysFor(
  { members }: Account,
  exercise: ClassExercise,
  most: number,
  { attempts }: Policy,
  resultOf: ResultOf,
): number {
  const at = (days: number): readonly ExerciseResult[] => members.map((key) => resultOf(key, exercise, days));
  const none = at(0);
  // Another attempt may be the best once it is late without cost.
  const late = none.map(({ lateness }) => (lateness?.deduction ? lateness.daysLate : 0));
  const useful =
    attempts === "best" && none.some(({ attempt }) => attempt !== undefined) ? most : Math.max(...late);
  let best = { days: 0, points: pointsOf(none) };
  for (let days = 1; days <= Math.min(most, useful); days++) {
    const points = pointsOf(at(days));
    if (points > best.points) best = { days, points };
  }
  return best.days;
}

const pointsOf = (results: readonly ExerciseResult[]): number =>
  results.reduce((sum, { score }) => sum + (score ?? 0), 0);

export const leftOf = ({ days, per }: Account, spent: ReadonlyMap<string, number>): LateDaysLeft => ({
  of: days,
  used: [...spent.values()].reduce((sum, each) => sum + each, 0),
  per,
});
