/** What page and judge tell each other. */
import type { Deadlines } from "../../../grader/box/frame-box.ts";
import type { Submission } from "../../../grader/judge/grade.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";

/** To the judge; the first comes with the port of the fence. */
export type ToJudge =
  | { readonly kind: "begin" }
  | {
      readonly kind: "grade";
      readonly submission: Submission;
      readonly seed: number;
      readonly deadlines: Deadlines;
    };

/** From the judge. */
export interface FromJudge {
  readonly verdict: Verdict;
}
