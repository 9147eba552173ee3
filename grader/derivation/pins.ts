/**
 * What fixes a definition. A formula that says what a symbol means cannot be false by itself, so a wrong one is seen
 * only where something else says the same: the next side of its chain, an end, or an equation that becomes false when
 * the symbol means something else. An inequality fixes nothing: w′ = w makes no loss larger.
 */

import { namesBehind } from "./coordinates.ts";
import { FormulaError } from "./formula-error.ts";
import { otherwise } from "./otherwise.ts";
import type { Scope } from "./scope.ts";

interface Equation {
  readonly parts: readonly unknown[];
  readonly breaks: (scope: Scope) => boolean;
}

export class Pins<Place> {
  private readonly open = new Map<string, { readonly formula: unknown; readonly place: Place }>();
  private readonly equations: Equation[] = [];

  /** A definition, which something has to fix. */
  defined(name: string, formula: unknown, place: Place): void {
    this.open.set(name, { formula, place });
  }

  /** A side that was held by itself; where it is the formula of a definition, that is fixed. */
  held(side: unknown): void {
    for (const [name, { formula }] of this.open) if (formula === side) this.open.delete(name);
  }

  /**
   * An equation that holds.
   *
   * @param parts its formulas
   * @param breaks whether it is false where symbols mean something else
   */
  equation(parts: readonly unknown[], breaks: (scope: Scope) => boolean): void {
    this.equations.push({ parts, breaks });
  }

  /** Definitions that could be any other, with their places. */
  loose(scope: Scope): (readonly [name: string, place: Place])[] {
    const isLoose = (name: string): boolean => {
      const other = otherwise(scope, name);
      return !this.equations.some(
        ({ parts, breaks }) => namesBehind(scope, parts).has(name) && isBroken(breaks, other),
      );
    };
    return [...this.open]
      .filter(([name]) => isLoose(name))
      .map(([name, { place }]) => [name, place] as const);
  }
}

/** An equation that cannot even be read with another value depends on it. */
function isBroken(breaks: Equation["breaks"], scope: Scope): boolean {
  scope.budget.renew();
  try {
    return breaks(scope);
  } catch (error) {
    if (error instanceof FormulaError) return true;
    throw error;
  }
}
