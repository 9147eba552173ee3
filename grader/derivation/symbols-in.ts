/**
 * Which symbols of a page occur in a formula, for highlighting: also in one that no machine holds.
 */
import { FormulaError } from "./formula-error.ts";
import { lookUp } from "./look-up.ts";
import type { Page } from "./page.ts";
import { Scope } from "./scope.ts";
import { type Declared, primesIn } from "./symbols.ts";
import type { Token } from "./token.ts";
import { tokensOf } from "./tokens-of.ts";

/**
 * The declared symbols in a formula, each once, in the order of their first occurrence.
 *
 * @param page the page whose declarations count
 * @param tex the formula, displayed or in the text
 * @returns nothing for a formula that cannot be read as tokens
 */
export function symbolsIn({ symbols }: Page, tex: string): Declared[] {
  const scope = new Scope(symbols);
  try {
    return [...new Set(declaredIn(tokensOf(tex), scope))];
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

function declaredIn(tokens: readonly Token[], scope: Scope): Declared[] {
  const found: Declared[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.is === "name" || token.is === "operator") {
      const { symbols, labels } = named(token.text, tokens.slice(i + 1, i + 3), scope);
      found.push(...symbols);
      i += labels;
    } else found.push(...partsOf(token).flatMap((part) => declaredIn(part, scope)));
  }
  return found;
}

function partsOf(token: Token): readonly (readonly Token[])[] {
  switch (token.is) {
    case "sup":
    case "sub":
      return [token.body];
    case "root":
      return [token.body, token.order];
    case "fraction":
      return [token.above, token.below];
    case "array":
      return token.rows.flat();
    default:
      return [];
  }
}

/** A letter with its labels: its own symbol, those in its indices, and how many labels there are. */
function named(
  base: string,
  behind: readonly Token[],
  scope: Scope,
): { symbols: Declared[]; labels: number } {
  const labels: { sup?: readonly Token[]; sub?: readonly Token[] } = {};
  for (const label of behind) {
    if ((label.is !== "sup" && label.is !== "sub") || labels[label.is] !== undefined) break;
    labels[label.is] = label.body;
  }
  const { sup = [], sub = [] } = labels;
  const primes = primesIn(sup);
  const found = lookUp(scope, base, primes, sup.slice(primes), sub);
  const rest = found === undefined ? [sup, sub] : [found.sup, found.sub];
  return {
    symbols: [
      ...(found === undefined ? [] : [found.symbol]),
      ...rest.flatMap((label) => declaredIn(label, scope)),
    ],
    labels: Object.keys(labels).length,
  };
}
