/**
 * What the formulas of a page give for its example, one formula after the other: what a formula defines is known to
 * those below it.
 */
import { combinations } from "./combinations.ts";
import type { Indices } from "./compare.ts";
import { define, definedBy, defineGiven } from "./define.ts";
import { evaluate, isTrue } from "./evaluate.ts";
import type { Given } from "./example.ts";
import { pointOfExample } from "./example-point.ts";
import type { Expression } from "./expression.ts";
import { Degenerate, FormulaError } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import type { Display, Page } from "./page.ts";
import type { Drawn, Point } from "./point.ts";
import { pointAt } from "./point-at.ts";
import { readerOf } from "./reader-of.ts";
import { Scope } from "./scope.ts";
import { type Statement, statementsIn } from "./statements.ts";
import type { Tensor } from "./tensor.ts";
import { textOf } from "./token.ts";
import { tokensOf } from "./tokens-of.ts";

/** A side of a formula, and its value for each choice of the indices that it leaves open. */
export interface SideAt {
  /** As it is written. */
  readonly tex: string;
  readonly read: Expression;
  readonly values: readonly { readonly indices: Indices; readonly value: Tensor }[];
  readonly point: Point;
}

export interface StatementAt {
  /** Nothing for a side that has no number at the example. */
  readonly sides: readonly (SideAt | undefined)[];
  readonly relations: readonly string[];
}

/** Indices that are left open take at most so many values together, or nobody reads them. */
const MOST = 9;

export class AtExample {
  readonly scope: Scope;
  private readonly drawn: Drawn;
  private above: { readonly step: number; readonly side: Statement["sides"][number] | undefined } | undefined;

  /** @throws FormulaError where the example does not fit the symbols */
  constructor({ symbols }: Page, given: readonly Given[]) {
    this.scope = new Scope(symbols);
    this.drawn = pointOfExample(symbols, given);
    defineGiven(this.scope, tokensOf);
  }

  /** The next formula of the page: what it defines is known from here on. */
  next(display: Display): readonly StatementAt[] {
    if (display.unchecked !== undefined) {
      this.above = undefined;
      return [];
    }
    const statements = this.statements(display, display.tex);
    this.above = { step: display.step, side: statements.at(-1)?.sides.at(-1) };
    return statements.map((statement) => this.at(statement, this.scope));
  }

  /** Another formula in the place of one; the page goes on as it was. Ask before the formula's own turn. */
  instead(display: Display, tex: string): readonly StatementAt[] {
    const scope = this.scope.copy();
    return this.statements(display, tex).map((statement) => this.at(statement, scope));
  }

  private statements({ step }: Display, tex: string): Statement[] {
    try {
      return statementsIn(tokensOf(tex), this.above?.step === step ? this.above.side : undefined);
    } catch (error) {
      if (error instanceof FormulaError) return [];
      throw error;
    }
  }

  private at({ sides, relations, conditions }: Statement, scope: Scope): StatementAt {
    scope.budget.renew();
    const nothing = { sides: sides.map(() => undefined), relations };
    try {
      const [left, right] = sides;
      const defining =
        left !== undefined && right !== undefined && /^:?=$/.test(relations[0] ?? "")
          ? definedBy(left, scope)
          : undefined;
      if (defining !== undefined && right !== undefined) define(scope, defining, right);
      const origin = pointAt(scope, this.drawn);
      if (relations.includes("\\iff")) return nothing;
      if (!conditions.every((one) => isTrue(readerOf(one, scope).condition(), origin))) return nothing;
    } catch (error) {
      if (error instanceof FormulaError || error instanceof Degenerate) return nothing;
      throw error;
    }
    return { sides: sides.map((side) => this.sideAt(side, scope)), relations };
  }

  private sideAt(side: Statement["sides"][number], scope: Scope): SideAt | undefined {
    try {
      const read = readerOf(side, scope).whole();
      const point = pointAt(scope, this.drawn);
      const all = combinations(freeIndices(read, scope), point);
      if (all.length > MOST) return undefined;
      const values = all.map((indices) => ({ indices, value: evaluate(read, point.at(indices)) }));
      if (!values.every(({ value }) => value.at.every(Number.isFinite))) return undefined;
      return { tex: textOf(side), read, values, point };
    } catch (error) {
      if (error instanceof FormulaError || error instanceof Degenerate) return undefined;
      throw error;
    }
  }
}
