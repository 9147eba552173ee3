/** What page and judge tell each other. */
import type { Deadlines } from "../../../grader/box/frame-box.ts";
import type { StoredNeighbourhood } from "../../../grader/exercise/neighbourhood.ts";
import type { Submission } from "../../../grader/judge/grade.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";

/** To the judge; the first comes with the port of the fence. */
export type ToJudge =
  | { readonly kind: "begin" }
  /** To have a worker started for the next text. */
  | { readonly kind: "start" }
  /** To draw what a text will be asked with a seed, and to have compiled something once, while nobody waits. */
  | { readonly kind: "draw"; readonly stub: string; readonly seed: number }
  /** What it asked for; nothing where that could not be loaded. */
  | { readonly kind: "neighbours"; readonly brought: StoredNeighbourhood | undefined }
  | { readonly kind: "causes"; readonly brought: string | undefined }
  | {
      readonly kind: "grade";
      readonly submission: Submission;
      readonly seed: number;
      readonly deadlines: Deadlines;
    };

/** From the judge: its verdict, or what it needs for one once an answer was wrong. */
export type FromJudge = { readonly verdict: Verdict } | { readonly wants: Wanted };

/** What a page loads once an answer was wrong. */
export type Wanted = "causes" | "neighbours";
