/** Lines in the forms that were written down beside them: who has shown L = w² A − 2 w B + c derives the right side. */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import { sizeOf } from "./canonical.ts";
import type { Link } from "./link.ts";
import { replaced } from "./replaced.ts";

export interface Rewriting {
  readonly from: Link;
  readonly to: Expression;
}

/** The last ones are tried; nobody needs as many. */
const MOST = 4;

/** A line with one form in the place of what it was written for, for each form that fits. */
export function rewritten(
  e: Expression,
  forms: readonly Rewriting[],
  { budget }: Scope,
): { readonly read: Expression; readonly by: Rewriting }[] {
  const last = forms.slice(-MOST);
  budget.charge(last.length * sizeOf(e));
  return last.flatMap((by) => {
    const read = replaced(e, by.from.sorted, by.to);
    return read === undefined ? [] : [{ read, by }];
  });
}
