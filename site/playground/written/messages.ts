/** What a page and the judge of its lines say to each other. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { DerivationReport, LineReport } from "../../../grader/derivation/written/report.ts";
import type { DerivationExercise } from "../../../grader/exercise/derivation.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";

export interface Task {
  readonly exercise: DerivationExercise;
  /** What says the symbols and definitions. */
  readonly page: Page;
}

export interface Asked {
  /** Counts up; an answer has its number. */
  readonly id: number;
  readonly lines: readonly string[];
  /** The same lines as a file, for the verdict. */
  readonly file: string;
  readonly seed: number;
}

export type ToJudge = { readonly kind: "begin"; readonly task: Task } | ({ readonly kind: "ask" } & Asked);

export type FromJudge =
  | { readonly kind: "ready" }
  /** Each line set, before anything is judged; nothing for one that is not read. */
  | { readonly kind: "set"; readonly id: number; readonly html: readonly (string | undefined)[] }
  | { readonly kind: "line"; readonly id: number; readonly at: number; readonly report: LineReport }
  | Judged
  | { readonly kind: "fault"; readonly id: number; readonly message: string };

export interface Judged {
  readonly kind: "judged";
  readonly id: number;
  readonly report: DerivationReport;
  readonly verdict: Verdict;
}
