/** What there is to say of one exercise of one student, in one word. */
import { isNotStarted } from "../../../verdict/not-started.ts";
import type { ExerciseResult } from "../../results.ts";

/** In the order from done to nothing there. */
export const states = ["passed", "begun", "stub", "missing", "refused", "unjudged"] as const;
export type State = (typeof states)[number];

export const stateWords: Readonly<Record<State, string>> = {
  passed: "passed",
  begun: "begun, falls short",
  stub: "still the stub",
  missing: "no file",
  refused: "file refused",
  unjudged: "not judged",
};

/** The state of the work itself: neither lateness nor an override changes it. */
export function stateOf({ verdict, absence }: ExerciseResult): State {
  if (verdict === undefined)
    return absence === "refused" ? "refused" : absence === "error" ? "unjudged" : "missing";
  if (verdict.status === "error") return "unjudged";
  if (verdict.status === "pass") return "passed";
  return isNotStarted(verdict) ? "stub" : "begun";
}

/** Work that somebody has done, whatever it is worth. */
export const isBegun = (result: ExerciseResult): boolean => {
  const state = stateOf(result);
  return state === "passed" || state === "begun";
};
