/**
 * A reader's own right side for a formula of a page, held against the page's last side at random points.
 */
import type { AtExample } from "./at-example.ts";
import { define, definedBy } from "./define.ts";
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { hold } from "./hold.ts";
import type { Display } from "./page.ts";
import { readerOf } from "./reader-of.ts";
import { namesIn } from "./scope.ts";
import { statementsIn } from "./statements.ts";
import { textOf } from "./token.ts";
import { tokensOf } from "./tokens-of.ts";

export type Typed =
  | { readonly is: "right" }
  | { readonly is: "wrong" }
  /** It cannot be read, or says nothing of its own. */
  | { readonly is: "unread"; readonly why: string };

/** What a reader is asked for: the left side of the formula's first statement, if it is an equation. */
export function askedFor({ tex, unchecked }: Display): string | undefined {
  if (unchecked !== undefined) return undefined;
  try {
    const [first] = statementsIn(tokensOf(tex));
    const [left] = first?.sides ?? [];
    return left === undefined || first?.relations[0] !== "=" ? undefined : `${textOf(left)} =`;
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

/** @param at where the page stands: the formulas above this one are known, this one is not */
export function holdTyped(at: AtExample, display: Display, typed: string): Typed {
  const scope = at.scope.copy();
  try {
    const [first] = statementsIn(tokensOf(display.tex));
    const [left, right] = first?.sides ?? [];
    const last = first?.sides.at(-1);
    if (left === undefined || right === undefined || last === undefined)
      return { is: "unread", why: "this line cannot be typed" };
    const defining = definedBy(left, scope);
    const tokens = tokensOf(typed.replace(/^[^=]*=(?!=)/, ""));
    if (tokens.length === 0) return { is: "unread", why: "nothing is typed" };
    const own = readerOf(tokens, scope).whole();
    if (defining !== undefined) define(scope, defining, right);
    const official = readerOf(last, scope).whole();
    const says = emptyAnswer(own, official, readerOf(left, scope).whole(), defining?.ref.name);
    if (says !== undefined) return { is: "unread", why: says };
    if (textOf(last) === textOf(tokens)) return { is: "right" };
    scope.budget.renew();
    const conditions = (first?.conditions ?? []).map((one) => readerOf(one, scope).condition());
    const { wrong } = hold(scope, { left: official, right: own, relation: "=", conditions }, 1, typed);
    return { is: wrong === undefined ? "right" : "wrong" };
  } catch (error) {
    if (error instanceof FormulaError) return { is: "unread", why: error.message };
    if (error instanceof Degenerate) return { is: "unread", why: "it has no number" };
    throw error;
  }
}

/** What is true and says nothing: the left side again, or a derivative that is still to be taken. */
function emptyAnswer(
  own: Expression,
  official: Expression,
  left: Expression,
  defined: string | undefined,
): string | undefined {
  if (
    JSON.stringify(own) === JSON.stringify(left) ||
    (defined !== undefined && namesIn(own).includes(defined))
  )
    return "that is the left side again";
  if (derivativesIn(own) > derivativesIn(official)) return "a derivative is still to be taken in it";
  return undefined;
}

function derivativesIn(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  const own = (part as Partial<Expression>).is === "derivative" ? 1 : 0;
  return Object.values(part).reduce((sum: number, inner) => sum + derivativesIn(inner), own);
}
