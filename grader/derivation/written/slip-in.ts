import type { Expression } from "../expression.ts";
import { readerOf } from "../reader-of.ts";
import { tokensOf } from "../tokens-of.ts";
import type { Comparing } from "./comparing.ts";
import type { Given } from "./given.ts";
import type { LineReport } from "./report.ts";

/** The named slip that a wrong side is worth. */
export function slipIn(given: Given, comparing: Comparing, read: Expression): LineReport["slip"] {
  const of = slips.get(given) ?? slipsOf(given);
  slips.set(given, of);
  return of.find(([is]) => comparing.areSame(is, read))?.[1];
}

type Slips = readonly (readonly [is: Expression, slip: NonNullable<LineReport["slip"]>])[];

const slips = new WeakMap<Given, Slips>();

const slipsOf = ({ spec, scope }: Given): Slips =>
  Object.entries(spec.slips).map(([id, { is, says, step }]) => [
    readerOf(tokensOf(is), scope).whole(),
    { id, says, step },
  ]);
