import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";

/** The look of a principal symbol, counted from 1: a colour, and a second mark for those who do not see it. */
export function lookOf({ symbols }: Pick<Page, "symbols">, symbol: Declared): number | undefined {
  const at = symbols.filter(({ isPrincipal }) => isPrincipal).indexOf(symbol);
  return at < 0 ? undefined : at + 1;
}
