/**
 * Tokens → expression: sums of terms, terms of factors.
 */
import { beginsDerivative } from "./derivative-sign.ts";
import type { Binary, Condition, Expression } from "./expression.ts";
import { FormulaError, Unfinished } from "./formula-error.ts";
import { checkHeight, Levels } from "./nesting.ts";
import { namesIn, type Scope } from "./scope.ts";
import { isMark, type Token, textOf } from "./token.ts";

export const RELATIONS = ["=", "\\le", "\\ge", "<", ">", "\\ne", "\\approx"];

/** Marks between factors. */
const BETWEEN: Readonly<Record<string, Binary>> = {
  "\\cdot": "\\cdot",
  "\\times": "\\cdot",
  "*": "*",
  "\\odot": "\\odot",
  "\\circ": "\\odot",
  "/": "/",
};

/** Marks that are refused, with what to write. */
const UNREAD: Readonly<Record<string, string>> = {
  "\\otimes":
    "⊗ has two readings: write u v^\\top for a column times a row, or an entry by its indices, as u_i v_j",
  "\\oslash": "⊘ is not read: write an entry by its index, as in \\frac{u_i}{v_i}",
  "\\pm": "± says two things: write each in a formula of its own",
  "\\mp": "∓ says two things: write each in a formula of its own",
};

/** Reads one factor of a term from where a reader stands. */
export type ReadFactor = (reader: Reader) => Expression;

/** A place in a list of tokens. What a factor may be is handed in: most of them hold sums, which are read from here. */
export class Reader {
  readonly tokens: readonly Token[];
  readonly scope: Scope;
  /** Indices that a sum, or the left side of a definition, has brought in. */
  readonly bound: readonly string[];
  place = 0;
  private readonly readFactor: ReadFactor;
  private readonly levels: Levels;

  constructor(
    tokens: readonly Token[],
    scope: Scope,
    bound: readonly string[],
    readFactor: ReadFactor,
    levels: Levels = new Levels(),
  ) {
    this.tokens = tokens.filter((token) => token.is !== "gap");
    this.scope = scope;
    this.bound = bound;
    this.readFactor = readFactor;
    this.levels = levels;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.place + ahead];
  }

  next(): Token {
    const token = this.tokens[this.place++];
    if (token === undefined) throw new Unfinished("it ends where something is missing");
    return token;
  }

  /** Takes the mark if it is next. */
  take(...texts: readonly string[]): boolean {
    if (!isMark(this.peek(), ...texts)) return false;
    this.place++;
    return true;
  }

  expect(text: string): void {
    if (this.take(text)) return;
    const next = this.peek();
    const mend =
      next?.is === "mark" && next.role === "relation"
        ? ": what holds or does not is counted by \\mathbb{1}[q > 0]"
        : "";
    throw new FormulaError(`${text} is missing before "${this.rest()}"${mend}`);
  }

  rest(): string {
    return textOf(this.tokens.slice(this.place));
  }

  /** Everything, to the end. */
  whole(): Expression {
    const all = this.sum();
    if (this.peek() !== undefined) throw new FormulaError(`"${this.rest()}" cannot be read here`);
    checkHeight(all);
    return all;
  }

  sum(): Expression {
    let left = this.term();
    for (;;) {
      const op = isMark(this.peek(), "+", "-") ? (this.next() as { text: "+" | "-" }).text : undefined;
      if (op === undefined) return left;
      left = { is: "binary", op, left, right: this.term() };
    }
  }

  /** Factors, by signs between them or side by side. */
  term(): Expression {
    if (this.take("-")) return this.levels.deeper(() => ({ is: "minus", of: this.term() }));
    this.take("+");
    return this.product(this.factors(), () => false);
  }

  /** A product by its first factors and the signs that follow, until it is enough. */
  product(first: Expression, isEnough: (left: Expression) => boolean): Expression {
    let left = first;
    for (;;) {
      if (isEnough(left)) return left;
      const token = this.peek();
      if (token?.is !== "mark") return left;
      const mend = UNREAD[token.text];
      if (mend !== undefined) throw new FormulaError(mend);
      const op = BETWEEN[token.text];
      if (op === undefined) return left;
      this.place++;
      left = { is: "binary", op, left, right: op === "/" ? this.divisor() : this.factors() };
      // 1/n Σ… has one reading; 1/2 x has two.
      if (op === "/" && this.startsFactor())
        left = { is: "binary", op: "side by side", left, right: this.factors() };
    }
  }

  /** What stands behind a slash. */
  divisor(): Expression {
    const from = this.place;
    const divisor = this.factor();
    const next = this.peek();
    if (
      this.startsFactor() &&
      !beginsDerivative(next, this.scope) &&
      !(next?.is === "operator" && (next.text === "\\sum" || next.text === "\\prod"))
    ) {
      const [below, behind] = [textOf(this.tokens.slice(from, this.place)), this.rest()];
      throw new FormulaError(
        `"/ ${below} ${behind}" has two readings: put what is divided by in a \\frac{…}{…}, or set brackets`,
      );
    }
    return divisor;
  }

  /**
   * Factors side by side: they bind before the signs do.
   *
   * @param ends whether they end before a token
   */
  factors(ends: (token: Token | undefined) => boolean = () => false): Expression {
    let left = this.factor();
    while (this.startsFactor() && !ends(this.peek())) {
      this.noLooseDigit();
      const right = this.factor();
      if (right.is === "moved" && namesIn(left).includes(right.symbol.name))
        throw new FormulaError(
          "a bar behind several factors does not say how far it reaches: set brackets before it",
        );
      left = { is: "binary", op: "side by side", left, right };
    }
    return left;
  }

  /** x^10 is set as x¹0, and is neither x¹⁰ nor 0·x¹ to everybody. */
  private noLooseDigit(): void {
    const [before, token] = [this.peek(-1), this.peek()];
    if (token?.is !== "number" || (before?.is !== "sup" && before?.is !== "sub")) return;
    const [mark, label] = [before.is === "sup" ? "^" : "_", textOf(before.body)];
    throw new FormulaError(
      `a number behind ${mark}${label} has two readings: write ${mark}{${label}${token.text}}, or a \\cdot before ${token.text}`,
    );
  }

  factor(): Expression {
    return this.levels.deeper(() => this.readFactor(this));
  }

  startsFactor(): boolean {
    const token = this.peek();
    if (token === undefined) return false;
    if (token.is === "mark")
      return (token.role === "open" && !isMark(token, "\\lfloor")) ||
        isMark(token, "\\nabla", "\\partial", "|", "‖")
        ? !this.closes(token)
        : false;
    return token.is !== "gap" && token.is !== "text" && token.is !== "sup" && token.is !== "sub";
  }

  /** Whether a bar ends what began before it; bars that are plain do not say on their own. */
  private closes(token: Token): boolean {
    return (
      token.is === "mark" &&
      (token.text === "|" || token.text === "‖") &&
      token.role !== "open" &&
      this.inBars
    );
  }

  /** Set while between bars. */
  inBars = false;

  /** A reader of other tokens with the same names. */
  of(tokens: readonly Token[], ...bound: readonly string[]): Reader {
    return new Reader(tokens, this.scope, [...this.bound, ...bound], this.readFactor, this.levels);
  }

  /** left relation right, and nothing else. */
  condition(): Condition {
    const [first, second] = this.conditions();
    if (second !== undefined) throw new FormulaError("there are two relations where one belongs");
    return first as Condition;
  }

  /** 0 < q < 1 as its two relations. */
  conditions(): Condition[] {
    const found: Condition[] = [];
    let left = this.sum();
    do {
      const token = this.next();
      if (isMark(token, "\\in")) throw new FormulaError("\\in is not read: write its bounds, as 0 < q < 1");
      if (token.is !== "mark" || !RELATIONS.includes(token.text))
        throw new FormulaError(`"${textOf([token])}" is no relation`);
      const right = this.sum();
      found.push({ left, relation: token.text, right });
      left = right;
    } while (this.peek() !== undefined);
    for (const { left, right } of found) for (const side of [left, right]) checkHeight(side);
    return found;
  }
}
