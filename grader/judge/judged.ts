/**
 * How one check of a function went.
 */
import type { Finding, FunctionCheck } from "../verdict/verdict.ts";

export interface Judged {
  readonly kind: FunctionCheck;
  readonly status: "pass" | "fail" | "inconclusive";
  /** Cases executed. */
  readonly cases: number;
  readonly finding?: Finding;
  /** Why it is inconclusive. */
  readonly reason?: string;
}
