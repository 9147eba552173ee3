/**
 * How long a formula may be, and how deep its parts may lie in one another: reading goes down as deep as they do.
 */
import type { Expression } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";

/** Characters of a formula; the longest of the course has 417. */
const CHARACTERS = 10_000;
/** Tokens of a formula. */
const TOKENS = 2_000;
/** Brackets, fractions, roots and functions within one another. */
const LEVELS = 50;
/** Levels of the expression, in which each further term of a sum is one more. */
const HEIGHT = 400;

const long = (many: number, what: string, most: number): FormulaError =>
  new FormulaError(
    `it has ${many} ${what}, and may have ${most}: part it in several formulas, or write a long sum with \\sum`,
  );
const deep = (): FormulaError =>
  new FormulaError(
    `brackets, fractions or functions lie more than ${LEVELS} deep in one another: define the inner part as a symbol first`,
  );

/** @throws FormulaError before anything goes down into the text */
export function checkText(tex: string): void {
  if (tex.length > CHARACTERS) throw long(tex.length, "characters", CHARACTERS);
  let depth = 0;
  for (const [part] of tex.matchAll(/\\(?:left|begin|[^a-zA-Z])|\\(?:right|end)(?![a-z])|[{}]/g)) {
    if (part === "{" || part === "\\left" || part === "\\begin") depth++;
    else if (part === "}" || part === "\\right" || part === "\\end") depth--;
    if (depth > 2 * LEVELS) throw deep();
  }
}

export function checkCount(tokens: number): void {
  if (tokens > TOKENS) throw long(tokens, "parts", TOKENS);
}

/** Counts how deep a reader and those that it makes have gone. */
export class Levels {
  private depth = 0;

  deeper<T>(work: () => T): T {
    if (this.depth >= LEVELS) throw deep();
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
    }
  }
}

/** @throws FormulaError for an expression that no recursion should walk down */
export function checkHeight(top: Expression): void {
  const waiting: [part: unknown, height: number][] = [[top, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [part, height] = next;
    if (typeof part !== "object" || part === null) continue;
    if (height > HEIGHT)
      throw new FormulaError(
        `it has more than ${HEIGHT} terms or factors in a row: part it, or write a long sum with \\sum`,
      );
    const below = Array.isArray(part) ? height : height + 1;
    for (const inner of Object.values(part)) waiting.push([inner, below]);
  }
}
