/** Brackets that are never closed, or closed once too often. */
import { placed, type Slip } from "./slip.ts";
import { positionOf, type Token } from "./tokens.ts";

interface Open {
  readonly token: Token;
  readonly index: number;
  /** How far its line is indented. */
  readonly indent: number;
}

const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const CLOSED_BY: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The bracket that is at fault, or nothing where all are in order. */
export function bracketSlip(source: string, tokens: readonly Token[]): Slip | undefined {
  const open: Open[] = [];
  // A brace that was closed by one that stands further to the left: its own is missing.
  let suspect: Open | undefined;
  let indent = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.isFirst) indent = indentOf(source, token.at);
    if (token.kind !== "sign") {
      const slip = nextFunction(source, tokens, index, open, suspect);
      if (slip !== undefined) return slip;
      continue;
    }
    const { text } = token;
    if (CLOSED_BY[text] !== undefined) open.push({ token, index, indent });
    const opener = CLOSES[text];
    if (opener === undefined) continue;
    const last = open.pop();
    if (last === undefined) return tooMany(source, token);
    if (last.token.text !== opener) return unclosed(source, tokens, last, token);
    if (text === "}" && token.isFirst && indent < last.indent) suspect ??= last;
  }
  const last = suspect ?? open[0];
  return open.length > 0 && last !== undefined ? unclosed(source, tokens, last) : undefined;
}

/** `export` inside of braces: a brace above is open still. */
function nextFunction(
  source: string,
  tokens: readonly Token[],
  index: number,
  open: readonly Open[],
  suspect: Open | undefined,
): Slip | undefined {
  const token = tokens[index] as Token;
  const [outermost] = open;
  if (token.text !== "export" || !token.isFirst || outermost === undefined) return undefined;
  if (tokens[index - 1]?.text === ".") return undefined;
  return unclosed(source, tokens, suspect ?? outermost, token);
}

function unclosed(source: string, tokens: readonly Token[], open: Open, before?: Token): Slip {
  const { text } = open.token;
  const { line } = positionOf(source, open.token.at);
  const close = CLOSED_BY[text] as string;
  const until =
    before === undefined ? "to the end of the file" : `before line ${positionOf(source, before.at).line}`;
  const of = ownerOf(tokens, open.index);
  const same = before !== undefined && positionOf(source, before.at).line === line;
  const says = same
    ? `A ${close} is missing in line ${line}: the ${text} there is not closed.`
    : `A ${close} is missing: the ${text} of line ${line}${of} is not closed ${until}.`;
  return { id: "bracket-missing", says, ...placed(source, open.token) };
}

/** The function or loop that a brace belongs to. */
function ownerOf(tokens: readonly Token[], open: number): string {
  for (let i = open - 1, depth = 0; i >= 0 && i > open - 80; i--) {
    const { kind, text } = tokens[i] as Token;
    if (kind === "sign" && text === ")") depth++;
    else if (kind === "sign" && text === "(") depth--;
    else if (depth === 0 && (text === ";" || text === "{" || text === "}")) return "";
    else if (depth === 0 && text === "function") {
      const name = tokens[i + 1];
      return name?.kind === "name" ? ` (function ${name.text.slice(0, 40)})` : "";
    } else if (depth === 0 && /^(?:for|while|if|else|class)$/.test(text)) return ` (${text})`;
  }
  return "";
}

function tooMany(source: string, token: Token): Slip {
  const { line } = positionOf(source, token.at);
  const says = `One ${token.text} too many: nothing is open where line ${line} closes it. Is one too many above, or its ${CLOSES[token.text]} missing?`;
  return { id: "bracket-too-many", says, ...placed(source, token) };
}

function indentOf(source: string, at: number): number {
  const start = Math.max(source.lastIndexOf("\n", at - 1), source.lastIndexOf("\r", at - 1)) + 1;
  return (/^[ \t]*/.exec(source.slice(start, start + 200))?.[0] ?? "").replace(/\t/g, "  ").length;
}
