/**
 * LaTeX → tokens, by way of KaTeX's parse tree.
 *
 * `__parse` is not documented: katex is pinned, and tests/derivation holds the types of nodes that are in use.
 */
import katex from "katex";
import { FormulaError } from "./formula-error.ts";
import { checkCount, checkText } from "./nesting.ts";
import { isMark, type Role, type Token } from "./token.ts";
import { commandOf } from "./unicode.ts";

/** A node as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const parse = (katex as unknown as { __parse: (tex: string, options: object) => Node[] }).__parse;

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

const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : [value as Node]);
const inner = (value: unknown): Token[] =>
  value === undefined || value === null ? [] : merged(list(value).flatMap(tokensOfNode));

function tokensOfNode(node: Node): Token[] {
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
      return [
        delimiter(node.left as string, "mopen"),
        ...inner(node.body),
        delimiter(node.right as string, "mclose"),
      ].filter((token) => !(token.is === "mark" && token.text === "."));
    case "supsub":
      return supsub(node);
    case "genfrac":
      // \binom is set like a fraction without its line.
      if (node.hasBarLine !== true) throw new FormulaError("a binomial coefficient");
      return [{ is: "fraction", above: inner(node.numer), below: inner(node.denom) }];
    case "sqrt":
      if (node.index !== null && node.index !== undefined) throw new FormulaError("a root with an index");
      return [{ is: "root", body: inner(node.body) }];
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
      return [{ is: "mark", text: "\\ne", role: "relation" }];
    default:
      throw new FormulaError(`"${node.type}" is nothing that a formula of a derivation holds`);
  }
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

function symbolToken(typed: string): Token {
  const text = commandOf(typed);
  if (text === "√") throw new FormulaError("√ does not say how far it reaches: write \\sqrt{…}");
  if (/^[0-9.]$/.test(text)) return { is: "number", text };
  if (text === "|" || text === "\\vert") return { is: "mark", text: "|", role: "other" };
  if (text === "\\|" || text === "\\Vert" || text === "‖") return { is: "mark", text: "‖", role: "other" };
  if (["/", "!", "\\prime", "\\top", "\\nabla", "\\partial", "\\infty", "*"].includes(text))
    return { is: "mark", text, role: "other" };
  return { is: "name", text };
}

const plainMark: Readonly<Record<string, string>> = {
  "\\lVert": "‖",
  "\\rVert": "‖",
  "\\lvert": "|",
  "\\rvert": "|",
  "\\|": "‖",
  "\\vert": "|",
  "\\lbrace": "\\{",
  "\\rbrace": "\\}",
  "\\leq": "\\le",
  "\\geq": "\\ge",
  "\\gets": "\\leftarrow",
  "\\Longleftrightarrow": "\\iff",
  "\\Leftrightarrow": "\\iff",
  "\\lt": "<",
  "\\gt": ">",
  "\\intercal": "\\top",
};

function atomToken(typed: string, family: string): Token {
  const text = commandOf(typed);
  const role: Role =
    family === "rel" ? "relation" : family === "open" ? "open" : family === "close" ? "close" : "other";
  return { is: "mark", text: plainMark[text] ?? text, role };
}

function delimiter(text: string, kind: string): Token {
  const role: Role = kind === "mopen" ? "open" : kind === "mclose" ? "close" : "other";
  return { is: "mark", text: plainMark[text] ?? text, role };
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
    .map((node) => (node.type === "ordgroup" ? lettersOf(node.body) : ((node.text as string) ?? "")))
    .join("");

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
    else all.push(token);
  }
  return all;
}
