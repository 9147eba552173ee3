/**
 * What a format gets and gives: verdicts in, the text for standard output out.
 */
import type { Verdict } from "../verdict.ts";

/** Facts about the run that no verdict holds. `now` is an ISO date; a format that needs more says what it assumes. */
export interface CiMeta {
  readonly now: string;
  readonly classroom?: string | undefined;
  readonly assignment?: string | undefined;
  /** Login of the student's repository. */
  readonly owner?: string | undefined;
  /** Address or digest of the graded commit. */
  readonly commit?: string | undefined;
  /** Classroom 50: the tag of the submission, `submit/…`. */
  readonly submission?: string | undefined;
  readonly release?: string | undefined;
  readonly review?: string | undefined;
}

export type CiFormat = (verdicts: readonly Verdict[], meta: CiMeta) => { readonly stdout: string };
