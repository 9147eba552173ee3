/**
 * LaTeX → tokens, by way of KaTeX's parse tree.
 */
import { undecorated } from "./decoration.ts";
import { FormulaError } from "./formula-error.ts";
import { list, type Node, parse } from "./katex-node.ts";
import { checkCount, checkText } from "./nesting.ts";
import { atomToken, delimiter, isBar, symbolToken } from "./sign-token.ts";
import { isMark, isPlace, type Role, type Token } from "./token.ts";

/** @throws FormulaError where KaTeX cannot read it, or where it holds what no formula of a derivation holds */
export function tokensOf(tex: string): Token[] {
  checkText(tex);
  let nodes: Node[];
  try {
    nodes = parse(tex, { displayMode: true, strict: "ignore", maxExpand: MOST_MACROS });
  } catch (error) {
    const { message } = error as Error;
    throw new FormulaError(
      message.includes("Too many expansions")
        ? `it uses more than ${MOST_MACROS} macros: write it out`
        : message.replace(/^KaTeX parse error: /, ""),
    );
  }
  const tokens = merged(nodes.flatMap(tokensOfNode));
  checkCount(countOf(tokens));
  return tokens;
}

/** Macros that a formula may expand: without a bound a short text can stand for a very long one. */
const MOST_MACROS = 300;

/** Tokens with those inside of them. */
const countOf = (part: unknown): number =>
  Array.isArray(part)
    ? part.reduce((total: number, inner) => total + countOf(inner), 0)
    : typeof part === "object" && part !== null
      ? 1 + Object.values(part).reduce((total: number, inner) => total + countOf(inner), 0)
      : 0;

const inner = (value: unknown): Token[] =>
  value === undefined || value === null ? [] : merged(list(value).flatMap(tokensOfNode));

function tokensOfNode(node: Node): Token[] {
  const bare = undecorated(node);
  if (bare !== undefined) return inner(bare);
  switch (node.type) {
    case "ordgroup":
    case "styling":
    case "mclass":
    case "color":
      return inner(node.body);
    case "mathord":
    case "textord":
      return [symbolToken(node.text as string)];
    case "atom":
      return [atomToken(node.text as string, node.family as string)];
    case "delimsizing":
      return [delimiter(node.delim as string, node.mclass as string)];
    case "leftright":
      return between(node.left as string, inner(node.body), node.right as string);
    case "supsub":
      return supsub(node);
    case "genfrac":
      // \binom is set like a fraction without its line.
      if (node.hasBarLine !== true)
        throw new FormulaError("a binomial coefficient: write the number or the fraction that it is");
      return [{ is: "fraction", above: inner(node.numer), below: inner(node.denom) }];
    case "sqrt":
      return [{ is: "root", body: inner(node.body), order: inner(node.index) }];
    case "accent":
      return [accented(node.label as string, inner(node.base))];
    case "overline":
      return [accented("\\bar", inner(node.body))];
    case "op":
      return [{ is: "operator", text: (node.name as string | undefined) ?? lettersOf(node.body) }];
    case "operatorname":
      return [{ is: "operator", text: lettersOf(node.body) }];
    case "font":
      return fontToken(node.font as string, inner(node.body));
    case "text":
      return [{ is: "text", text: lettersOf(node.body) }];
    case "array":
      return [{ is: "array", rows: (node.body as Node[][]).map((row) => row.map((cell) => inner(cell))) }];
    case "cr":
      return [{ is: "gap" }];
    case "kern":
      return isGap(node) ? [{ is: "gap" }] : [];
    case "spacing":
    case "internal":
      return [];
    case "htmlmathml":
      return [composed(node)];
    default:
      throw new FormulaError(`"${node.type}" is nothing that a formula of a derivation holds`);
  }
}

/** What stands between \\left and \\right. A bar with a dot before it, \\left. … \\right|, is of all that stands there. */
function between(left: string, body: readonly Token[], right: string): Token[] {
  if (left === "." && isBar(right))
    return [delimiter("(", "mopen"), ...body, delimiter(")", "mclose"), delimiter("|", "mord")];
  const all = [delimiter(left, "mopen"), ...body, delimiter(right, "mclose")];
  return all.filter((token) => !(token.is === "mark" && token.text === "."));
}

/** Signs that KaTeX puts together of others, by the character that they are. */
function composed(node: Node): Token {
  const sign = lettersOf(node.mathml);
  if (sign === "≠") return { is: "mark", text: "\\ne", role: "relation" };
  if (sign === "≔") return { is: "mark", text: ":=", role: "relation" };
  if (sign === "⟦") throw new FormulaError("⟦…⟧ has several meanings: an indicator is \\mathbb{1}[q > 0]");
  throw new FormulaError(`${sign} is nothing that a formula of a derivation holds`);
}

function supsub(node: Node): Token[] {
  const tokens = inner(node.base);
  for (const label of [node.sup, node.sub] as (Node | null | undefined)[])
    if (label?.type === "atom" && label.family === "open")
      throw new FormulaError(
        `^${label.text} raises the bracket alone: put the whole label in braces, as in x^{(2)}`,
      );
  if (node.sup !== undefined && node.sup !== null) tokens.push({ is: "sup", body: inner(node.sup) });
  if (node.sub !== undefined && node.sub !== null) tokens.push({ is: "sub", body: inner(node.sub) });
  return tokens;
}

function accented(label: string, base: readonly Token[]): Token {
  const [only] = base;
  if (base.length !== 1 || only?.is !== "name") throw new FormulaError(`${label} over more than one letter`);
  const mark = label.replace("\\wide", "\\").replace("\\overline", "\\bar");
  return { is: "name", text: `${mark} ${only.text}` };
}

function fontToken(font: string, body: readonly Token[]): Token[] {
  if (font === "mathbb") return [{ is: "name", text: `\\mathbb ${plain(body)}` }];
  // A bold 1 is a vector of ones.
  if (/^(mathbf|boldsymbol)$/.test(font) && plain(body) === "1") return [{ is: "name", text: "\\mathbf 1" }];
  if (font === "mathrm" && body.length > 1) return [{ is: "name", text: plain(body) }];
  return [...body];
}

const plain = (tokens: readonly Token[]): string => tokens.map((t) => ("text" in t ? t.text : "")).join("");

const lettersOf = (body: unknown): string =>
  list(body)
    .map((node) => (isGroup(node) ? lettersOf(node.body) : ((node.text ?? node.name ?? "") as string)))
    .join("");

const isGroup = ({ type }: Node): boolean => ["ordgroup", "mclass", "font", "op"].includes(type);

function isGap(node: Node): boolean {
  const { number, unit } = node.dimension as { number: number; unit: string };
  return unit === "em" && number >= 1;
}

/** "1", "0" → "10"; and a prime that was typed as a character is raised like any other. */
function merged(tokens: readonly Token[]): Token[] {
  const all: Token[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (token.is === "number" && last?.is === "number")
      all[all.length - 1] = { is: "number", text: last.text + token.text };
    else if (isMark(token, "\\prime") && last?.is === "sup")
      all[all.length - 1] = { is: "sup", body: [...last.body, token] };
    else if (
      isMark(token, "\\prime") &&
      (last?.is === "name" || last?.is === "operator" || last?.is === "sub")
    )
      all.push({ is: "sup", body: [token] });
    else if (token.is === "sub" && isPlace(token) && isMark(last, "|") && closesNothing(all))
      all.splice(-1, 1, { is: "mark", text: "|", role: "other" }, token);
    else all.push(token);
  }
  return all;
}

/** Whether the last bar, which says that it closes, has none before it to close. */
function closesNothing(all: readonly Token[]): boolean {
  const bars = (role: Role): number =>
    all.filter((token) => token.is === "mark" && token.text === "|" && token.role === role).length;
  return bars("close") > bars("open");
}
