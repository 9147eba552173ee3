import type { Expression } from "../expression.ts";
import { readerOf } from "../reader-of.ts";
import { tokensOf } from "../tokens-of.ts";
import type { Comparing } from "./comparing.ts";
import type { Given } from "./given.ts";
import type { LineReport } from "./report.ts";

/** The named slip that a wrong side is worth. */
export function slipIn({ spec, scope }: Given, comparing: Comparing, read: Expression): LineReport["slip"] {
  for (const [id, { is, says, step }] of Object.entries(spec.slips))
    if (comparing.areSame(readerOf(tokensOf(is), scope).whole(), read)) return { id, says, step };
  return undefined;
}
