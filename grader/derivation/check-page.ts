/**
 * Every displayed relation of a page: defined, held, read as a rule, or unchecked with a reason.
 *
 * Numbers that agree at random points are evidence, not proof.
 */

import { exampleFaults } from "./check-example.ts";
import { checkStatement, type Setting } from "./check-statement.ts";
import type { Checked, CheckedDisplay, Fault } from "./checked.ts";
import { defineGiven } from "./define.ts";
import { type EndsTable, holdEnd } from "./end.ts";
import { FormulaError } from "./formula-error.ts";
import { ENOUGH } from "./hold.ts";
import type { Display, Page } from "./page.ts";
import { Pins } from "./pins.ts";
import { readerOf } from "./reader-of.ts";
import { Scope } from "./scope.ts";
import { shadowNote } from "./shadow.ts";
import { type Statement, statementsIn } from "./statements.ts";
import { textOf } from "./token.ts";
import { tokensOf } from "./tokens-of.ts";

export interface Result {
  /** The source of all draws. */
  readonly seed: number;
  /** Each displayed formula, with how its relations were checked; what is false is among the faults only. */
  readonly displays: readonly CheckedDisplay[];
  readonly faults: readonly Fault[];
}

/**
 * Checks a page.
 *
 * @param ends the reference's functions by name
 * @param most faults after which no further display is looked at
 */
export function checkPage(
  page: Page,
  ends: EndsTable = {},
  seed = 1,
  most = Number.POSITIVE_INFINITY,
): Result {
  const displays: CheckedDisplay[] = [];
  const faults: Fault[] = [];
  const { symbols } = page;
  const scope = new Scope(symbols);
  const setting: Setting = { scope, seed, pins: new Pins() };
  const given = symbols.find((symbol) => symbol.given !== undefined);
  const attempt = (place: Omit<Fault, "what">, work: () => string | undefined): void => {
    const what = wrongIn(work);
    const { line, step, tex } = place;
    if (what !== undefined) faults.push({ line, step, tex, what: what + shadowNote(scope, tex) });
  };
  if (given !== undefined)
    attempt({ line: given.line, step: 0, tex: given.given ?? "" }, () => {
      defineGiven(scope, tokensOf);
      return undefined;
    });
  let above: { step: number; side: Statement["sides"][number] | undefined } | undefined;
  for (const display of page.displays) {
    if (faults.length >= most) break;
    const { line, step, tex } = display;
    const before = above?.step === step ? above.side : undefined;
    above = undefined;
    const statements: Checked[] = [];
    if (display.unchecked !== undefined)
      statements.push({ status: "unchecked", tex, reason: display.unchecked });
    else {
      let last: Statement | undefined;
      attempt(display, () => {
        for (const statement of statementsIn(tokensOf(tex), before)) {
          attempt({ line, step, tex: statement.text }, () =>
            checkStatement(setting, statement, display, statements),
          );
          last = statement;
        }
        return undefined;
      });
      above = { step, side: (last as Statement | undefined)?.sides.at(-1) };
      for (const end of display.ends) attempt(display, () => checkEnd(setting, last, end, ends, statements));
    }
    displays.push({ line, step, tex, statements });
  }
  // What is false has no say in what a definition is held by.
  if (faults.length === 0)
    for (const [name, { line, step, tex }] of setting.pins.loose(scope))
      faults.push({ line, step, tex, what: looseText(scope.declared(name)?.names[0] ?? name) });
  if (faults.length === 0) faults.push(...exampleFaults(page));
  return { seed, displays, faults };
}

const looseText = (name: string): string =>
  `nothing holds the formula of ${name}: no equation on the page would be false with another one. Add an equation or an \`ends: …\` line, or say \`definition: why not\` below it`;

/** What work says is wrong, in its return value or as an error of a formula. */
function wrongIn(work: () => string | undefined): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

function checkEnd(
  { scope, seed, pins }: Setting,
  last: Statement | undefined,
  reference: Display["ends"][number],
  table: EndsTable,
  into: Checked[],
): string | undefined {
  const side = last?.sides.at(-1);
  // The formula has no last side that could be read, which has been said.
  if (side === undefined) return undefined;
  scope.budget.renew();
  const read = readerOf(side, scope).whole();
  const { wrong, ...held } = holdEnd(scope, read, reference, table, seed);
  if (wrong !== undefined) return wrong;
  pins.held(side);
  pins.equation([read], (other) => holdEnd(other, read, reference, table, seed, ENOUGH).wrong !== undefined);
  into.push({ status: "end", tex: textOf(side), reference, ...held });
  return undefined;
}
