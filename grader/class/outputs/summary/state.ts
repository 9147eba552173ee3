/** What there is to say of one exercise of one student, in one word. */
import type { ExerciseResult } from "../../results.ts";

/** In the order from done to nothing there. */
export const states = [
  "passed",
  "begun",
  "stub",
  "missing",
  "refused",
  "unjudged",
  "unclear",
  "excused",
] as const;
export type State = (typeof states)[number];

export const stateWords: Readonly<Record<State, string>> = {
  passed: "passed",
  begun: "begun, falls short",
  stub: "still the stub",
  missing: "no file",
  refused: "file refused",
  unjudged: "not judged",
  unclear: "unclear whose",
  excused: "excused",
};

/** The state of the work itself: neither lateness nor an override changes it. */
export function stateOf({ verdict, absence, excused }: ExerciseResult): State {
  if (excused !== undefined) return "excused";
  if (verdict === undefined) return absence === "error" ? "unjudged" : (absence ?? "missing");
  if (verdict.status === "error") return "unjudged";
  if (verdict.status === "pass") return "passed";
  const findings = verdict.checks.flatMap(({ finding }) => finding ?? []);
  const isStub =
    verdict.score === 0 && findings.length > 0 && findings.every(({ code }) => code === "not-implemented");
  return isStub ? "stub" : "begun";
}

/** Work that somebody has not done, as far as anybody can tell. */
export const isUntouched = (result: ExerciseResult): boolean =>
  ["stub", "missing", "refused"].includes(stateOf(result));

/** Work that somebody has done, whatever it is worth. */
export const isBegun = (result: ExerciseResult): boolean => {
  const state = stateOf(result);
  return state === "passed" || state === "begun";
};
