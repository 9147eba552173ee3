/**
 * A displayed formula as statements: chains of sides with the relations between them.
 *
 * Statements are parted by a wide gap or a comma. In `aligned`, a row that begins with a relation goes on with
 * the chain above it. Behind a statement, \text{for} begins a condition: it is claimed where that holds.
 */
import { FormulaError } from "./formula-error.ts";
import { isMark, type Token, textOf } from "./token.ts";

export interface Statement {
  readonly sides: readonly (readonly Token[])[];
  /** One fewer than sides. */
  readonly relations: readonly string[];
  /** What stands behind "for", parted at "and". */
  readonly conditions: readonly (readonly Token[])[];
  readonly text: string;
}

/** Relations that a machine can hold, or read as a rule. */
const KNOWN = new Set(["=", ":=", "\\le", "\\ge", "<", ">", "\\approx", "\\propto", "\\leftarrow", "\\iff"]);

/**
 * @param before the last side of the formula above: a formula that begins with a relation goes on from there
 * @throws FormulaError where a relation would be left out of account
 */
export function statementsIn(tokens: readonly Token[], before: readonly Token[] = []): Statement[] {
  const parts = unrolled(tokens)
    .flatMap(parted)
    .filter((part) => part.length > 0);
  if (isRelation(parts[0]?.[0])) parts[0]?.unshift(...before);
  if (parts.length === 0) throw new FormulaError("it says nothing");
  const found: Statement[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (!isWord(part[0], "for")) found.push(statement(part));
    else if (last === undefined) throw new FormulaError("a condition without a statement before it");
    else found[found.length - 1] = { ...last, conditions: [...last.conditions, ...conditionsIn(part)] };
  }
  return found;
}

const isRelation = (token: Token | undefined): boolean => token?.is === "mark" && token.role === "relation";

const isWord = (token: Token | undefined, word: string): boolean =>
  token?.is === "text" && token.text.trim() === word;

/** for d > 0 and q > 0 */
function conditionsIn(part: readonly Token[]): Token[][] {
  const conditions: Token[][] = [];
  for (const token of part)
    if (isWord(token, "for") || isWord(token, "and")) conditions.push([]);
    else conditions.at(-1)?.push(token);
  return conditions;
}

/** The rows of an array that stands for itself, the chains put together. */
function unrolled(tokens: readonly Token[]): Token[][] {
  const [only] = tokens;
  if (tokens.length !== 1 || only?.is !== "array") return [[...tokens]];
  const chains: Token[][] = [];
  for (const row of only.rows.map((cells) => cells.flat())) {
    if (row.length === 0) continue;
    if (isRelation(row[0]) && chains.length > 0) chains.at(-1)?.push(...row);
    else chains.push([...row]);
  }
  return chains;
}

/** Parted at gaps and commas that stand in no bracket. */
function parted(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  atDepthZero(tokens, (token, top, i) => {
    const parting = top && (token.is === "gap" || isMark(token, ",", ";"));
    if (top && isWord(token, "for")) parts.push([token]);
    else if (!parting) parts.at(-1)?.push(token);
    // A row that begins with a relation goes on.
    else if (!isWord(parts.at(-1)?.at(-1), "for") && !(token.is === "gap" && isRelation(tokens[i + 1])))
      parts.push([]);
  });
  // A wide gap around ⟺ parts nothing.
  return parts.reduce<Token[][]>((joined, part) => {
    const before = joined.at(-1);
    if (before !== undefined && (isMark(part[0], "\\iff") || isMark(before.at(-1), "\\iff")))
      before.push(...part);
    else joined.push(part);
    return joined;
  }, []);
}

function statement(tokens: readonly Token[]): Statement {
  const text = textOf(tokens);
  if (tokens.some((token) => token.is === "text")) throw new FormulaError(`words in a formula: ${text}`);
  const equivalence = tokens.some((token) => isMark(token, "\\iff"));
  const sides: Token[][] = [[]];
  const relations: string[] = [];
  atDepthZero(tokens, (token, top) => {
    const relation = top && token.is === "mark" && token.role === "relation" ? token.text : undefined;
    if (relation === undefined || (equivalence && relation !== "\\iff")) sides.at(-1)?.push(token);
    else {
      if (!KNOWN.has(relation))
        throw new FormulaError(`the relation ${relation} is not one that can be held`);
      relations.push(relation);
      sides.push([]);
    }
  });
  if (relations.length === 0) throw new FormulaError(`no relation in ${text}`);
  const empty = sides.findIndex((side) => side.length === 0);
  if (empty >= 0) throw new FormulaError(missingSide(relations[empty - 1], relations[empty], text));
  return { sides, relations, conditions: [], text };
}

/** Relations that people type with two characters, as LaTeX. */
const TYPED: Readonly<Record<string, string>> = { "<=": "\\le", ">=": "\\ge", "==": "=", "=<": "\\le" };

function missingSide(before = "", behind = "", text = ""): string {
  const meant = TYPED[before + behind];
  return meant === undefined
    ? `a side is missing in ${text}`
    : `${before}${behind} is no relation: write ${meant}`;
}

/**
 * Visits each token, and says whether it stands in no bracket.
 *
 * @throws FormulaError where brackets do not balance: what is left open would hide relations
 */
function atDepthZero(tokens: readonly Token[], visit: (token: Token, top: boolean, i: number) => void): void {
  const open: string[] = [];
  const partner: Readonly<Record<string, string>> = { ")": "(", "]": "[", "\\}": "\\{", "|": "|", "‖": "‖" };
  for (const [i, token] of tokens.entries()) {
    if (token.is !== "mark") {
      visit(token, open.length === 0, i);
      continue;
    }
    if (token.role === "close") {
      if (open.pop() !== partner[token.text]) throw new FormulaError(`${token.text} closes what is not open`);
      visit(token, false, i);
      continue;
    }
    visit(token, open.length === 0, i);
    // \begin{cases} opens a brace and closes none.
    if (token.role === "open" && !(token.text === "\\{" && tokens[i + 1]?.is === "array"))
      open.push(token.text);
  }
  if (open.length > 0) throw new FormulaError(`${open.at(-1)} is not closed`);
}
