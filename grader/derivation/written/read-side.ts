/** One side of a line, read. */
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { readerOf } from "../reader-of.ts";
import type { Scope } from "../scope.ts";
import type { Token } from "../token.ts";
import { tokensOf } from "../tokens-of.ts";
import { Misread } from "./misread.ts";
import { asOwn, withOwnIndices } from "./own-indices.ts";
import type { SideText } from "./parted.ts";
import { saidPlainly } from "./said-plainly.ts";
import { typedTex } from "./typed-tex.ts";

export interface Side {
  readonly read: Expression;
  readonly tokens: readonly Token[];
  readonly place: { readonly from: number; readonly to: number };
  /** The symbols that it is made of, with indices of its writer's own. */
  readonly scope: Scope;
}

/** Characters of a line; the longest of the course has 417. */
export const LONGEST_LINE = 2000;

/** @throws Misread with the place in the line */
export function readSide({ text, from }: SideText, scope: Scope): Side {
  const begin = from + (text.length - text.trimStart().length);
  const place = { from: begin, to: Math.max(begin, from + text.trimEnd().length) };
  try {
    const tokens = tokensOf(typedTex(text, scope)).filter((token) => token.is !== "gap");
    refuseRelation(tokens);
    const read = readerOf(tokens, scope).whole();
    const wider = withOwnIndices(read, scope);
    return { read: asOwn(read, wider), tokens, place, scope: wider };
  } catch (error) {
    if (error instanceof Misread)
      throw new Misread(
        error.message,
        from + Math.min(error.from, text.length),
        from + Math.min(error.to, text.length),
      );
    if (!(error instanceof FormulaError)) throw error;
    throw withPlace(error, text, from, place);
  }
}

/** @throws FormulaError for a relation between sides; in a bracket it is part of an indicator */
function refuseRelation(tokens: readonly Token[]): void {
  let depth = 0;
  for (const token of tokens) {
    if (token.is !== "mark") continue;
    if (token.role === "open") depth++;
    if (token.role === "close") depth--;
    if (token.role === "relation" && depth <= 0)
      throw new FormulaError(`${token.text} says less than =, and a derivation goes from side to side by =`);
  }
}

/** The same error at the place that it speaks of, as far as the text shows it; else at the whole side. */
function withPlace(error: FormulaError, text: string, from: number, place: Side["place"]): FormulaError {
  const [, named = ""] = /^(\S+) is (?:not declared|used before)/.exec(error.message) ?? [];
  const at =
    named === ""
      ? -1
      : text.search(new RegExp(`${named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-zA-Z])`));
  const exact = at < 0 ? place : { from: from + at, to: from + at + named.length };
  const wrapped = new Misread(saidPlainly(error.message), exact.from, exact.to);
  return Object.assign(wrapped, { cause: error });
}
