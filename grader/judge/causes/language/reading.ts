/** How the words of a submission are walked through. */
import { callsIn, declaredIn } from "./outline.ts";
import { endOfBracket, type Token } from "./tokens.ts";

export type Range = readonly [from: number, to: number];

export const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;

export const isWord = (token: Token | undefined, text: string): boolean =>
  token?.kind === "name" && token.text === text;

/** The bodies of a function and of what it calls; everything where there is none of that name. */
export function rangesBehind(tokens: readonly Token[], fn: string | undefined): readonly Range[] {
  const outer = declaredIn(tokens).filter(({ depth }) => depth === 0);
  if (fn === undefined || !outer.some(({ name }) => name === fn)) return [[0, tokens.length - 1]];
  const calls = callsIn(tokens);
  const reached = new Set([fn]);
  for (const name of reached) for (const called of calls.get(name) ?? []) reached.add(called);
  return outer.filter(({ name }) => reached.has(name)).map(({ body }) => body);
}

/** Tokens of a statement that begins here: in braces, or up to its semicolon. */
export function statementAt(tokens: readonly Token[], from: number): Range {
  if (isSign(tokens[from], "{")) return [from, endOfBracket(tokens, from)];
  for (let i = from, depth = 0; i < tokens.length; i++) {
    const { kind, text, isFirst } = tokens[i] as Token;
    if (i > from && depth === 0 && isFirst && kind === "name" && STARTS.test(text)) return [from, i - 1];
    if (kind !== "sign") continue;
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) {
      if (--depth < 0) return [from, i - 1];
      if (depth === 0 && text === "}") return [from, i];
    } else if (text === ";" && depth === 0) return [from, i];
  }
  return [from, tokens.length - 1];
}

const STARTS = /^(?:return|let|const|for|while|if)$/;

/** Where a bracket's items are parted by a sign, within no further bracket. */
export function parted(
  tokens: readonly Token[],
  open: number,
  close: number,
  sign: string,
): readonly number[] {
  const at: number[] = [];
  for (let i = open + 1, depth = 0; i < close; i++) {
    const { text, kind } = tokens[i] as Token;
    if (kind !== "sign") continue;
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth--;
    else if (text === sign && depth === 0) at.push(i);
  }
  return at;
}

/** A `for` with three parts. */
export interface Loop {
  readonly at: number;
  /** The counter that it declares. */
  readonly counter: string;
  readonly condition: Range;
  readonly step: Range;
  readonly close: number;
  readonly body: Range;
}

/** The loop whose `for` stands here. */
export function loopAt(tokens: readonly Token[], at: number): Loop | undefined {
  if (!isWord(tokens[at], "for") || !isSign(tokens[at + 1], "(")) return undefined;
  const close = endOfBracket(tokens, at + 1);
  const [first, second] = parted(tokens, at + 1, close, ";");
  if (first === undefined || second === undefined) return undefined;
  const counter = tokens
    .slice(at + 2, first)
    .find((token, j, all) => token.kind === "name" && isSign(all[j + 1], "="))?.text;
  return {
    at,
    counter: counter ?? "",
    condition: [first + 1, second - 1],
    step: [second + 1, close - 1],
    close,
    body: statementAt(tokens, close + 1),
  };
}
