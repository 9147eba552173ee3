/** What lateness takes away. */
import type { Lateness } from "../results.ts";
import { daysAfter } from "./instant.ts";
import type { Policy } from "./policy.ts";
import { shownRate, shownShare } from "./rate.ts";

/**
 * Whole days begun after a deadline: none up to its last millisecond and on it, one from the next on.
 *
 * With a time zone a day ends at the same time of day, also where the clocks change; without one it has 24 hours.
 */
export function daysLate(submitted: number, deadline: number, zone?: string): number {
  if (submitted <= deadline) return 0;
  let days = Math.max(1, Math.floor((submitted - deadline) / 86_400_000));
  while (submitted > daysAfter(deadline, days, zone)) days++;
  return days;
}

/** An extension of one student for one exercise. */
export interface Extension {
  /** Instead of the due date, if later. */
  readonly until?: number;
  /** Days more. */
  readonly days?: number;
}

/**
 * The last moment that is in time; undefined where nothing is due.
 *
 * @param lateDays days of the budget that are spent on it
 */
export function deadlineOf(
  policy: Policy,
  slug: string,
  extension: Extension = {},
  lateDays = 0,
): number | undefined {
  const due = policy.due.get(slug);
  if (due === undefined) return undefined;
  const extended = daysAfter(due, extension.days ?? 0, policy.zone);
  const last = Math.max(extended, extension.until ?? extended);
  return daysAfter(last, lateDays, policy.zone) + policy.graceMs;
}

/**
 * The deduction for a submission at a moment. Undefined where it is in time, nothing is due, or no time is known.
 *
 * Shares are of the points that the exercise is worth. A deduction is rounded down to whole points, in the
 * student's favour, and never takes more than there is.
 *
 * @param lateDays days of the budget that are spent on it: each moves the due date as an extension does
 */
export function latenessOf(
  policy: Policy,
  slug: string,
  { score, maxScore }: { readonly score: number; readonly maxScore: number },
  submitted: number | undefined,
  extension?: Extension,
  lateDays = 0,
): Lateness | undefined {
  const deadline = deadlineOf(policy, slug, extension);
  if (deadline === undefined || submitted === undefined) return undefined;
  const all = daysLate(submitted, deadline, policy.zone);
  if (all === 0) return undefined;
  if (lateDays === 0) return costOf(policy, all, score, maxScore);
  const left = daysLate(submitted, deadlineOf(policy, slug, extension, lateDays)!, policy.zone);
  const cost = left === 0 ? undefined : costOf(policy, left, score, maxScore);
  const { deduction = 0, reason } = cost ?? {};
  const paid = `${lateDays} of ${all} ${all === 1 ? "day" : "days"} paid with late days`;
  return {
    daysLate: all,
    deduction,
    reason: reason === undefined ? paid : `${paid}; for the rest ${reason}`,
    lateDays,
    saved: costOf(policy, all, score, maxScore).deduction - deduction,
  };
}

/** What days that nothing pays for take away. */
function costOf(policy: Policy, days: number, score: number, maxScore: number): Lateness {
  const late = `${days} ${days === 1 ? "day" : "days"} late`;
  if (policy.noneAfterDays !== undefined && days > policy.noneAfterDays)
    return {
      daysLate: days,
      deduction: score,
      reason: `nothing after ${policy.noneAfterDays} days, ${late}`,
    };
  const { perDay, cap } = policy;
  const share = (basisPoints: number): number => Math.floor((maxScore * basisPoints) / 10_000);
  const exact =
    perDay === undefined ? 0 : "points" in perDay ? perDay.points * days : share(perDay.basisPoints * days);
  const most = cap === undefined ? score : share(cap);
  const rule = perDay === undefined ? "no deduction" : `${shownRate(perDay)} a day`;
  const capped = exact > most && cap !== undefined ? `, at most ${shownShare(cap)}` : "";
  return { daysLate: days, deduction: Math.min(exact, most, score), reason: `${rule}, ${late}${capped}` };
}
