/**
 * How one check of a function went.
 */
import type { CheckKind, Finding } from "../verdict/verdict.ts";

export interface Judged {
  readonly kind: CheckKind;
  readonly status: "pass" | "fail" | "inconclusive";
  /** Cases executed. */
  readonly cases: number;
  readonly finding?: Finding;
  /** Why it is inconclusive. */
  readonly reason?: string;
}
