/**
 * The symbols that a page declares: name, shape, domain and meaning, one line a symbol.
 *
 *     n      : size             number of examples
 *     i      : index n          an example
 *     X, x   : n m real         inputs, one example a row; x_ij is an entry of X
 *     \hat y : n given $\sigma(X w + b)$  predictions
 *   * L      : defined          the loss, by the first formula that has it on the left
 *
 * A star in front makes a symbol one of the five that the page shows in a colour of its own.
 */
import { FormulaError } from "./formula-error.ts";
import { type Token, textOf } from "./token.ts";
import { tokensOf } from "./tokens-of.ts";

export const domains = [
  "size",
  "index",
  "real",
  "positive",
  "small",
  "probability",
  "sign",
  "bit",
  "one-hot",
  "symmetric",
  "identity",
  "function",
  "defined",
  "given",
] as const;
export type Domain = (typeof domains)[number];

/** Domains of what is no variable: no derivative is taken by it. */
export const domainsOfPlaces: readonly Domain[] = ["size", "index", "function"];

/** Symbols and sizes of a page, and the largest size that is written as a number: each draw fills them all. */
const SYMBOLS = 200;
const SIZES = 12;
const LONGEST = 50;
/** Symbols of a page that have a look of their own: more could not be told apart. */
export const PRINCIPALS = 5;

export interface Declared {
  /** The names in LaTeX, as they stand in the block. */
  readonly names: readonly string[];
  /** The names as the reader of formulas looks them up; the first one names the value. */
  readonly keys: readonly string[];
  /** Names of sizes, or numbers; for an index, how far it runs. */
  readonly shape: readonly string[];
  readonly domain: Domain;
  /** The formula behind `given`. */
  readonly given?: string;
  readonly meaning: string;
  readonly line: number;
  /** One of the page's principal symbols. */
  readonly isPrincipal?: true;
}

/** A name with its labels, as one text: "w^{out}", "x'". */
export const keyOf = (base: string, primes = 0, sup = "", sub = ""): string =>
  base + "'".repeat(primes) + (sup === "" ? "" : `^{${sup}}`) + (sub === "" ? "" : `_{${sub}}`);

/**
 * The declarations of a block's lines.
 *
 * @param first the number of the block's first line
 * @throws SymbolError with the line that cannot be read
 */
export function declaredIn(lines: readonly string[], first: number): Declared[] {
  const found: Declared[] = [];
  const taken = new Set<string>();
  for (const [i, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const symbol = symbolOf(text, first + i);
    for (const key of symbol.keys) {
      if (taken.has(key)) throw new SymbolError(`${key} is declared twice`, text, first + i);
      taken.add(key);
    }
    found.push(symbol);
    if (found.length > SYMBOLS)
      throw new SymbolError(`a page may declare ${SYMBOLS} symbols`, text, first + i);
    if (found.filter(({ domain }) => domain === "size").length > SIZES)
      throw new SymbolError(`a page may declare ${SIZES} sizes: no two are drawn alike`, text, first + i);
    if (found.filter(({ isPrincipal }) => isPrincipal).length > PRINCIPALS)
      throw new SymbolError(`a page may have ${PRINCIPALS} symbols with a star`, text, first + i);
  }
  return found;
}

export class SymbolError extends Error {
  readonly text: string;
  readonly line: number;

  constructor(message: string, text: string, line: number) {
    super(message);
    this.text = text.trim();
    this.line = line;
  }
}

function symbolOf(text: string, line: number): Declared {
  const [, star, left = "", kind = "", meaning = ""] =
    /^(\*\s+)?(.+?)\s+:\s+((?:\$[^$]*\$|\S| (?! ))+?)\s{2,}(\S.*)$/.exec(text.trim()) ?? [];
  if (left === "")
    throw new SymbolError(
      "a symbol is `name : shape domain  meaning`, two spaces before the meaning",
      text,
      line,
    );
  const [words = "", given] = kind.split("$");
  const shape = words.trim().split(/\s+/);
  const domain = (shape.includes("index") ? shape.shift() : shape.pop()) as Domain;
  if (!domains.includes(domain))
    throw new SymbolError(`"${domain}" is no domain; there are ${domains.join(", ")}`, text, line);
  if ((domain === "given") !== (given !== undefined))
    throw new SymbolError("`given` is followed by a formula between dollars", text, line);
  if (shape.length > 2) throw new SymbolError("a symbol has two sizes at most: it is a matrix", text, line);
  if (shape.some((axis) => Number(axis) > LONGEST))
    throw new SymbolError(`a size that is a number may be ${LONGEST}`, text, line);
  const names = left.split(/,\s*/);
  if (names.length > 1 && (domain === "index" || domain === "size" || isNumber(shape, domain)))
    throw new SymbolError(
      `${names.join(" and ")} would be one and the same: declare each on a line of its own`,
      text,
      line,
    );
  try {
    const keys = names.map((name) => keyIn(tokensOf(name)));
    return {
      names,
      keys,
      shape,
      domain,
      ...(given === undefined ? {} : { given }),
      meaning,
      line,
      ...(star === undefined ? {} : { isPrincipal: true }),
    };
  } catch (error) {
    if (error instanceof FormulaError) throw new SymbolError(error.message, text, line);
    throw error;
  }
}

/** Of numbers, unlike of matrices with their entries, nobody needs two names. */
const isNumber = (shape: readonly string[], domain: Domain): boolean =>
  shape.length === 0 && !["defined", "given", "function"].includes(domain);

/** A name in a block stands alone: a letter with its labels. */
function keyIn(tokens: readonly Token[]): string {
  const [base, ...labels] = tokens;
  if (base?.is !== "name" && base?.is !== "operator") throw new FormulaError("a name begins with a letter");
  let primes = 0;
  let sup = "";
  let sub = "";
  for (const label of labels) {
    if (label.is === "sub") sub = textOf(label.body);
    else if (label.is === "sup") {
      primes = primesIn(label.body);
      sup = textOf(label.body.slice(primes));
    } else throw new FormulaError("a name is one letter with its labels");
  }
  return keyOf(base.text, primes, sup, sub);
}

/** How many primes a superscript begins with. */
export function primesIn(body: readonly Token[]): number {
  const other = body.findIndex((token) => !(token.is === "mark" && token.text === "\\prime"));
  return other < 0 ? body.length : other;
}
