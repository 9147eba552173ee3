/**
 * What a reader has reached, for the start page's map.
 *
 *     localStorage["chainrule/progress"] = {"ex10-mse-gradients": {"score": 14, "maxScore": 20, "status": "fail"}}
 *
 * Of each exercise the best grading is kept. Each grading is made known by the event "chainrule:progress" on the
 * document, with { slug, score, maxScore, status } as its detail.
 */
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { store, stored } from "./stored.ts";

export const progressKey = "chainrule/progress";
export const progressEvent = "chainrule:progress";

export interface Reached {
  readonly score: number;
  readonly maxScore: number;
  readonly status: "pass" | "fail";
}

export type Progress = Readonly<Record<string, Reached>>;

/** What was reached so far; what is stored and means nothing counts as nothing. */
export function readProgress(): Progress {
  try {
    const data: unknown = JSON.parse(stored(progressKey) ?? "{}");
    if (typeof data !== "object" || data === null) return {};
    return Object.fromEntries(Object.entries(data).filter(([, one]) => isReached(one)));
  } catch {
    return {};
  }
}

function isReached(one: unknown): one is Reached {
  if (typeof one !== "object" || one === null) return false;
  const { score, maxScore, status } = one as Partial<Reached>;
  return Number.isInteger(score) && Number.isInteger(maxScore) && (status === "pass" || status === "fail");
}

/** Keeps what a verdict has reached. A verdict that is none, because the judge could not judge, changes nothing. */
export function keepProgress({ exercise, score, maxScore, status }: Verdict): void {
  if (status === "error") return;
  const all = readProgress();
  const before = all[exercise];
  const reached: Reached = { score, maxScore, status };
  const isBetter =
    before === undefined || status === "pass" || (before.status !== "pass" && score >= before.score);
  if (isBetter) store(progressKey, JSON.stringify({ ...all, [exercise]: reached }));
  document.dispatchEvent(new CustomEvent(progressEvent, { detail: { slug: exercise, ...reached } }));
}
