/**
 * Edits of a page's formulas, and whether the checker refuses them.
 */
import { checkPage } from "../../grader/derivation/check-page.ts";
import { checkStatement, type Setting } from "../../grader/derivation/check-statement.ts";
import type { Checked } from "../../grader/derivation/checked.ts";
import { namesBehind } from "../../grader/derivation/coordinates.ts";
import { define, definedBy, defineGiven } from "../../grader/derivation/define.ts";
import { FormulaError } from "../../grader/derivation/formula-error.ts";
import type { Display, Page } from "../../grader/derivation/page.ts";
import { Pins } from "../../grader/derivation/pins.ts";
import { readerOf } from "../../grader/derivation/reader-of.ts";
import { Scope } from "../../grader/derivation/scope.ts";
import { type Statement, statementsIn } from "../../grader/derivation/statements.ts";
import { tokensOf } from "../../grader/derivation/tokens-of.ts";
import { ends } from "../../reference/ends.ts";

/**
 * Whether a page with one formula edited is refused.
 *
 * First the edited formula and what builds on it are checked, as the page check does it but without the rest of the
 * page; a page is checked as a whole where that finds nothing.
 */
export function isRefused(page: Page, edited: number, tex: string, seed: number): boolean {
  const displays = page.displays.map((display, i) => (i === edited ? { ...display, tex } : display));
  return (
    isRefusedInPart({ ...page, displays }, edited, seed) ||
    checkPage({ ...page, displays }, ends, seed, 1).faults.length > 0
  );
}

function isRefusedInPart(page: Page, edited: number, seed: number): boolean {
  const scope = new Scope(page.symbols);
  const setting: Setting = { scope, seed, pins: new Pins() };
  const touched = new Set<string>();
  try {
    defineGiven(scope, tokensOf);
    return page.displays.some(
      (display, i) =>
        display.unchecked === undefined &&
        statementsIn(tokensOf(display.tex)).some((statement) => {
          const name = defines(statement, scope);
          if (i === edited && name !== undefined) touched.add(name);
          if (i !== edited && !dependsOn(statement, scope, touched)) {
            if (name !== undefined) definedOnly(statement, scope);
            return false;
          }
          return checkStatement(setting, statement, display, [] as Checked[]) !== undefined;
        }),
    );
  } catch (error) {
    if (error instanceof FormulaError) return true;
    throw error;
  }
}

const defines = ({ sides: [left = []], relations }: Statement, scope: Scope): string | undefined =>
  relations[0] === "=" ? definedBy(left, scope)?.ref.name : undefined;

function definedOnly({ sides: [left = [], right = []] }: Statement, scope: Scope): void {
  const defining = definedBy(left, scope);
  if (defining !== undefined) define(scope, defining, right);
}

function dependsOn(statement: Statement, scope: Scope, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const sides = statement.sides.map((side) => readerOf(side, scope).whole());
  return [...namesBehind(scope, sides)].some((name) => names.has(name));
}

/** The displays of a page that are checked, with their places. */
export const checkedDisplays = (page: Page): (readonly [Display, number])[] =>
  page.displays
    .map((display, i) => [display, i] as const)
    .filter(([display]) => display.unchecked === undefined);
