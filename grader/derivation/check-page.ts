/**
 * Every displayed relation of a page: defined, held, read as a rule, or unchecked with a reason.
 *
 * Numbers that agree at random points are evidence, not proof.
 */
import { define, definedBy, defineGiven } from "./define.ts";
import { type EndsTable, holdEnd } from "./end.ts";
import { FormulaError } from "./formula-error.ts";
import { hold, type Relation } from "./hold.ts";
import { holdEquivalence } from "./hold-equivalence.ts";
import type { Display, Page } from "./page.ts";
import { Reader } from "./reader.ts";
import { namesIn, Scope } from "./scope.ts";
import { type Statement, statementsIn } from "./statements.ts";
import { type Token, textOf } from "./token.ts";
import { tokensOf } from "./tokens-of.ts";

export interface Fault {
  readonly line: number;
  readonly step: number;
  /** The formula as it stands on the page. */
  readonly tex: string;
  readonly what: string;
}

export interface Result {
  /** Relations that were held at random points. */
  readonly held: number;
  /** Relations that define a symbol. */
  readonly defined: number;
  /** Updates: a rule, not a claim. */
  readonly rules: number;
  /** Last lines that were compared with the reference. */
  readonly ends: number;
  readonly unchecked: readonly { readonly line: number; readonly reason: string }[];
  readonly faults: readonly Fault[];
}

/**
 * @param ends the reference's functions by name
 * @param most faults after which no further display is looked at
 */
export function checkPage(
  page: Page,
  ends: EndsTable = {},
  seed = 1,
  most = Number.POSITIVE_INFINITY,
): Result {
  const count = { held: 0, defined: 0, rules: 0, ends: 0 };
  const unchecked: { line: number; reason: string }[] = [];
  const faults: Fault[] = [];
  if (page.symbols === undefined) return { ...count, unchecked, faults };
  const scope = new Scope(page.symbols);
  const attempt = (display: Pick<Display, "line" | "step" | "tex">, work: () => string | undefined): void => {
    try {
      const what = work();
      if (what !== undefined) faults.push({ line: display.line, step: display.step, tex: display.tex, what });
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      faults.push({ line: display.line, step: display.step, tex: display.tex, what: error.message });
    }
  };
  const given = page.symbols.find((symbol) => symbol.given !== undefined);
  if (given !== undefined)
    attempt({ line: given.line, step: 0, tex: given.given ?? "" }, () => void defineGiven(scope, tokensOf));
  for (const display of page.displays) {
    if (faults.length >= most) break;
    if (display.unchecked !== undefined) {
      unchecked.push({ line: display.line, reason: display.unchecked });
      continue;
    }
    let last: readonly Token[] | undefined;
    attempt(display, () => {
      for (const statement of statementsIn(tokensOf(display.tex))) {
        attempt({ ...display, tex: statement.text }, () =>
          holdStatement(scope, statement, display, seed, count),
        );
        last = statement.sides.at(-1);
      }
      return undefined;
    });
    for (const end of display.ends)
      attempt(display, () => {
        count.ends++;
        return last === undefined
          ? undefined
          : holdEnd(scope, new Reader(last, scope).whole(), end, ends, seed);
      });
  }
  return { ...count, unchecked, faults };
}

/** A rule is no claim: both sides have to be of one shape, and the right one has to be the left one's next value. */
function readRule(scope: Scope, rule: Relation, seed: number, text: string): string | undefined {
  const { left, right } = rule;
  if (left.is !== "ref") return "← needs a symbol on its left";
  const next = right.is === "ref" ? right.name === `${left.name}'` : namesIn(right).includes(left.name);
  if (!next)
    return `the right side is no next value of ${left.name}: write ${left.name}', or a formula with it`;
  return hold(scope, { ...rule, relation: "\\approx", within: Number.POSITIVE_INFINITY }, seed, text);
}

type Count = { held: number; defined: number; rules: number };

/** All relations of a chain; what is wrong with the first that fails. */
function holdStatement(
  scope: Scope,
  { sides, relations }: Statement,
  display: Display,
  seed: number,
  count: Count,
): string | undefined {
  for (const [i, relation] of relations.entries()) {
    const [left, right] = [sides[i] as readonly Token[], sides[i + 1] as readonly Token[]];
    if (relation === "\\iff") {
      count.held++;
      const wrong = holdEquivalence(scope, left, right, seed);
      if (wrong !== undefined) return wrong;
      continue;
    }
    const defining = i === 0 && (relation === "=" || relation === ":=") ? definedBy(left, scope) : undefined;
    if (defining !== undefined) {
      define(scope, defining, right);
      count.defined++;
      continue;
    }
    if (textOf(left) === textOf(right)) return "both sides are the same text";
    if (relation === "\\approx" && display.within === undefined)
      return "≈ needs a line `within: 0.001` below it";
    const read = {
      left: new Reader(left, scope).whole(),
      relation,
      right: new Reader(right, scope).whole(),
      within: display.within,
    };
    if (relation === "\\leftarrow") {
      count.rules++;
      const wrong = readRule(scope, read, seed, textOf(right));
      if (wrong !== undefined) return wrong;
      continue;
    }
    if (relation === "\\propto")
      throw new FormulaError("∝ cannot be held: say what is constant, as an equation");
    count.held++;
    const wrong = hold(scope, read, seed, `${textOf(left)}${relation}${textOf(right)}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
