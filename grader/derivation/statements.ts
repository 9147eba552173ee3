/**
 * A displayed formula as statements: chains of sides with the relations between them.
 *
 * Statements are parted by a wide gap or a comma. In `aligned`, a row that begins with a relation goes on with
 * the chain above it. Behind a statement, \text{for} begins a condition: it is claimed where that holds.
 */
import { FormulaError } from "./formula-error.ts";
import { CLOSING, isMark, isStop, type Token, textOf } from "./token.ts";

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
  const parts = unrolled(withoutRanges(tokens))
    .flatMap(parted)
    .filter((part) => part.length > 0);
  if (isRelation(parts[0]?.[0])) parts[0]?.unshift(...before);
  if (parts.length === 0) throw new FormulaError("it says nothing");
  const found: Statement[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (!isCondition(part[0])) found.push(statement(part));
    else if (last === undefined) throw new FormulaError("a condition without a statement before it");
    else found[found.length - 1] = { ...last, conditions: [...last.conditions, ...conditionsIn(part)] };
  }
  return found;
}

/**
 * Without i = 1, …, n, which is said of an index whose range is declared. A formula is held for all of it.
 */
function withoutRanges(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex(
    (token, i) => isDots(token) && isMark(tokens[i - 1], ",") && isMark(tokens[i - 3], "="),
  );
  if (at < 0) return [...tokens];
  const end = isMark(tokens[at + 1], ",") ? at + 3 : at + 2;
  return [...tokens.slice(0, at - 4), ...withoutRanges(tokens.slice(end))];
}

const isDots = (token: Token | undefined): boolean => token?.is === "mark" && /dots$/.test(token.text);

const isRelation = (token: Token | undefined): boolean => token?.is === "mark" && token.role === "relation";

const isWord = (token: Token | undefined, word: RegExp): boolean =>
  token?.is === "text" && word.test(token.text.trim());

/** What a condition begins with. */
const isCondition = (token: Token | undefined): boolean =>
  isWord(token, /^(?:for|for all|for every|for any|for each|if|when|whenever)$/);

/** for d > 0 and q > 0; for all q says no more than the formula alone. */
function conditionsIn(part: readonly Token[]): Token[][] {
  const conditions: Token[][] = [];
  for (const token of part)
    if (isCondition(token) || isWord(token, /^and(?: for)?(?: all| every)?$/)) conditions.push([]);
    else if (!isStop(token)) conditions.at(-1)?.push(token);
  return conditions.flatMap(links);
}

/** 0 < q < 1 as 0 < q and q < 1; what holds no relation says nothing. */
function links(condition: readonly Token[]): Token[][] {
  const at = condition.flatMap((token, i) => (isRelation(token) ? [i] : []));
  return at.map((_, k) => condition.slice((at[k - 1] ?? -1) + 1, at[k + 1] ?? condition.length));
}

/** The rows of an array that stands for itself, the chains put together. */
function unrolled(tokens: readonly Token[]): Token[][] {
  const [array, ...behind] = tokens;
  if (array?.is !== "array") return [[...tokens]];
  const chains: Token[][] = [];
  for (const row of array.rows.map((cells) => withoutRemark(cells.flat()))) {
    if (row.length === 0) continue;
    if (isRelation(row[0]) && chains.length > 0) chains.at(-1)?.push(...row);
    else chains.push([...row]);
  }
  chains.at(-1)?.push(...behind);
  return chains;
}

/** Parted at gaps and commas that stand in no bracket. */
function parted(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  atDepthZero(tokens, (token, top, i) => {
    const parting = top && (token.is === "gap" || isMark(token, ",", ";"));
    if (top && isCondition(token)) parts.push([token]);
    else if (!parting) parts.at(-1)?.push(token);
    // A row that begins with a relation goes on.
    else if (!isCondition(parts.at(-1)?.at(-1)) && !(token.is === "gap" && isRelation(tokens[i + 1])))
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

function statement(said: readonly Token[]): Statement {
  const tokens = withoutRemark(said);
  const text = textOf(tokens);
  const word = tokens.find((token) => token.is === "text");
  if (word !== undefined)
    throw new FormulaError(
      `words in a formula: ${text}\n    a condition begins with \\text{for}, a definition stands before it is used, and all else is said beside the formula`,
    );
  const equivalence = tokens.some((token) => isMark(token, "\\iff"));
  const sides: Token[][] = [[]];
  const relations: string[] = [];
  atDepthZero(tokens, (token, top) => {
    const relation = top && token.is === "mark" && token.role === "relation" ? token.text : undefined;
    if (relation === undefined || (equivalence && relation !== "\\iff")) sides.at(-1)?.push(token);
    else {
      if (!KNOWN.has(relation))
        throw new FormulaError(`the relation ${relation} is not one that can be held${mendFor(relation)}`);
      relations.push(relation);
      sides.push([]);
    }
  });
  if (relations.length === 0) throw new FormulaError(`no relation in ${text}`);
  const empty = sides.findIndex((side) => side.length === 0);
  if (empty >= 0) throw new FormulaError(missingSide(relations[empty - 1], relations[empty], text));
  return { sides, relations, conditions: [], text };
}

/** Without the full stop, and without words behind it: what they restrict is claimed without them, and so held. */
function withoutRemark(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.is === "number" && /\..*\.$/.test(last.text))
    return [...tokens.slice(0, -1), { is: "number", text: last.text.slice(0, -1) }];
  return isStop(last) || (last?.is === "text" && tokens.length > 1)
    ? withoutRemark(tokens.slice(0, -1))
    : tokens;
}

const mendFor = (relation: string): string =>
  /arrow$/.test(relation)
    ? ": write \\iff where it goes both ways, and else the conclusion with \\text{for} and what it needs behind it"
    : "";

const closesNothing = (text: string): string =>
  text === "!" ? "a factorial: write the number, or \\prod_{k=1}^{n} k" : `${text} closes what is not open`;

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
  for (const [i, token] of tokens.entries()) {
    if (token.is !== "mark") {
      visit(token, open.length === 0, i);
      continue;
    }
    if (token.role === "close") {
      const opened = open.pop();
      if (opened !== undefined && CLOSING[opened] === undefined)
        throw new FormulaError(`the bracket ${opened} is not known`);
      if (CLOSING[opened ?? ""] !== token.text) throw new FormulaError(closesNothing(token.text));
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
