/**
 * Why a run has no grade, as one line. A single exercise that could not be judged takes the grade from the whole run:
 * a sum without it would count it as 0.
 */
import { oneLine } from "./ci/text.ts";
import type { Verdict } from "./verdict.ts";

const LONGEST = 1500;

const idOf = ({ exercise }: Verdict): string => oneLine(exercise, 60).split("-")[0] || "exercise";

/** Nothing where there is a grade. */
export function notGraded(verdicts: readonly Verdict[]): string | undefined {
  if (verdicts.length === 0) return "Not graded: there was no exercise to grade.";
  const reasons = new Map<string, string[]>();
  for (const verdict of verdicts) {
    if (verdict.status !== "error") continue;
    const reason = oneLine(verdict.error, 400) || "no reason given";
    reasons.set(reason, [...(reasons.get(reason) ?? []), idOf(verdict)]);
  }
  if (reasons.size === 0) return undefined;
  const each = [...reasons].map(([reason, ids]) => `${ids.join(", ")}: ${reason}`);
  return oneLine(`Not graded, which is no fault of the student. ${each.join("; ")}`, LONGEST);
}
