import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { readerOf } from "../reader-of.ts";
import type { Scope } from "../scope.ts";
import { tokensOf } from "../tokens-of.ts";
import type { Given } from "./given.ts";
import type { LineReport } from "./report.ts";
import { sameness } from "./same.ts";

/** The named slip that a wrong side is worth. */
export function slipIn(given: Given, scope: Scope, read: Expression, seed: number): LineReport["slip"] {
  for (const [id, { is, says, step }] of Object.entries(given.spec.slips))
    try {
      const wrong = readerOf(tokensOf(is), given.scope).whole();
      if (sameness(scope, [wrong, read], seed, `slip/${id}`, undefined).is === "same")
        return { id, says, step };
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
    }
  return undefined;
}
