/** What there is to say of one exercise of one student, in one word. */
import { isNotStarted } from "../../../verdict/not-started.ts";
import type { ExerciseResult } from "../../results.ts";

/** In the order from done to nothing there. */
export const states = [
  "passed",
  "begun",
  "stub",
  "missing",
  "refused",
  "unclear",
  "not judged",
  "excused",
] as const;
export type State = (typeof states)[number];

export const stateWords: Readonly<Record<State, string>> = {
  passed: "passed",
  begun: "begun, falls short",
  stub: "still the stub",
  missing: "no file",
  refused: "nothing readable",
  unclear: "unclear whose",
  "not judged": "not judged",
  excused: "excused",
};

/** The state of the work itself: neither lateness nor an override changes it. */
export function stateOf({ verdict, absence, excused }: ExerciseResult): State {
  if (excused !== undefined) return "excused";
  if (verdict === undefined) return absence ?? "missing";
  if (verdict.status === "error") return "not judged";
  if (verdict.status === "pass") return "passed";
  return isNotStarted(verdict) ? "stub" : "begun";
}

/** Work that somebody has not done, as far as anybody can tell. */
export const isUntouched = (result: ExerciseResult): boolean =>
  ["stub", "missing", "refused"].includes(stateOf(result));

/** Work that somebody has done, whatever it is worth. */
export const isBegun = (result: ExerciseResult): boolean => {
  const state = stateOf(result);
  return state === "passed" || state === "begun";
};
