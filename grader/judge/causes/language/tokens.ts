/**
 * A submission as words and signs, each with its place. It is read, never run, and need not be TypeScript at all: what
 * cannot be told is a sign by itself. One pass, whatever the text.
 */
export interface Token {
  readonly kind: "name" | "number" | "text" | "pattern" | "sign";
  readonly text: string;
  /** Where it begins and ends, from 0. */
  readonly at: number;
  readonly end: number;
  /** Whether a line ends between the token before it and this one. */
  readonly isFirst: boolean;
}

/** Longest source that is read this way. */
export const LONGEST = 65_536;

const SPACE = /[^\S\n\r\u2028\u2029]+|\/\/[^\n\r\u2028\u2029]*/y;
const LINE = /[\n\r\u2028\u2029]/;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/y;
const NAME = /[#@]?[\p{L}\p{Nl}_$][\p{L}\p{Nl}\p{N}\p{M}_$]*/uy;
const NUMBER = /0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?n?/y;
const TEXT = /"(?:[^"\\\n\r]|\\[\s\S])*"?|'(?:[^'\\\n\r]|\\[\s\S])*'?/y;
const PATTERN = /\/(?![*/])(?:[^\n\r/[\\]|\\.|\[(?:[^\n\r\]\\]|\\.)*\])+\/[a-z]*/y;
const SIGN =
  />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|\*\*|<<|>>|[\s\S]/y;

/** Behind these a value has ended, so that `/` divides. */
const VALUE_ENDS = new Set([")", "]", "}"]);
/** Behind these words a value begins. */
const VALUE_BEGINS = /^(?:return|typeof|case|in|of|void|delete|throw|new|else|do)$/;

/** The text that was read last: a verdict asks for one many times. */
let last: { readonly source: string; readonly tokens: readonly Token[] } | undefined;

export function tokensOf(source: string): readonly Token[] {
  if (last?.source !== source) last = { source, tokens: tokensIn(source) };
  return last.tokens;
}

function tokensIn(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = source.length > LONGEST ? "" : source;
  let isFirst = true;
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const put = (kind: Token["kind"], word: string): void => {
    tokens.push({ kind, text: word, at, end: at + word.length, isFirst });
    isFirst = false;
    at += word.length;
  };
  while (at < text.length) {
    if (LINE.test(text[at] as string)) {
      isFirst = true;
      at++;
      continue;
    }
    const gap = take(SPACE) ?? (text.startsWith("/*", at) ? take(COMMENT) : undefined);
    if (gap !== undefined) {
      if (LINE.test(gap)) isFirst = true;
      at += gap.length;
      continue;
    }
    const before = tokens[tokens.length - 1];
    const divides =
      before !== undefined &&
      (before.kind === "number" ||
        before.kind === "text" ||
        (before.kind === "name" && !VALUE_BEGINS.test(before.text)) ||
        VALUE_ENDS.has(before.text));
    const name = take(NAME);
    if (name !== undefined) put("name", name);
    else if (/\d|\.\d/.test(text.slice(at, at + 2)) && take(NUMBER) !== undefined)
      put("number", take(NUMBER) as string);
    else if (text[at] === "`") put("text", templateAt(text, at));
    else if (text[at] === '"' || text[at] === "'") put("text", take(TEXT) as string);
    else if (text[at] === "/" && !divides && take(PATTERN) !== undefined)
      put("pattern", take(PATTERN) as string);
    else put("sign", take(SIGN) as string);
  }
  return tokens;
}

/** A template to its end, with what is written into it. */
function templateAt(text: string, from: number): string {
  let depth = 0;
  for (let i = from + 1; i < text.length; i++) {
    const c = text[i];
    if (c === "\\") i++;
    else if (depth === 0 && c === "`") return text.slice(from, i + 1);
    else if (c === "$" && text[i + 1] === "{") {
      depth++;
      i++;
    } else if (depth > 0 && c === "{") depth++;
    else if (depth > 0 && c === "}") depth--;
  }
  return text.slice(from);
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column of a place, from 1. */
export function positionOf(source: string, at: number): Position {
  const lines = source.slice(0, at).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: lines.length, column: (lines[lines.length - 1] as string).length + 1 };
}

/** Where the bracket ends that opens at a token; the last token where it is never closed. */
export const endOfBracket = (tokens: readonly Token[], open: number): number =>
  bracketsOf(tokens).ends[open] ?? tokens.length - 1;

/** The innermost brace that is open before a token, by its token; -1 where there is none. */
export const braceAround = (tokens: readonly Token[], at: number): number =>
  bracketsOf(tokens).braces[at] ?? -1;

interface Brackets {
  readonly ends: Int32Array;
  readonly braces: Int32Array;
}

const known = new WeakMap<readonly Token[], Brackets>();

/** The brackets of a text, whatever closes them, in one pass. */
function bracketsOf(tokens: readonly Token[]): Brackets {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const ends = new Int32Array(tokens.length).fill(tokens.length - 1);
  const braces = new Int32Array(tokens.length);
  const open: number[] = [];
  const openBraces: number[] = [-1];
  for (const [i, { kind, text }] of tokens.entries()) {
    braces[i] = openBraces[openBraces.length - 1] as number;
    if (kind !== "sign") continue;
    if (text === "(" || text === "[" || text === "{") {
      open.push(i);
      if (text === "{") openBraces.push(i);
    } else if (text === ")" || text === "]" || text === "}") {
      const at = open.pop();
      if (at === undefined) continue;
      ends[at] = i;
      if (at === openBraces[openBraces.length - 1]) openBraces.pop();
    }
  }
  const all = { ends, braces };
  known.set(tokens, all);
  return all;
}

/** Where the round bracket opens that closes at this place; −1 where none does. */
export function startOfBracket(tokens: readonly Token[], close: number): number {
  for (let i = close, depth = 0; i >= 0; i--) {
    if (tokens[i]?.kind !== "sign") continue;
    if (tokens[i]?.text === ")") depth++;
    else if (tokens[i]?.text === "(" && --depth === 0) return i;
  }
  return -1;
}

/** Tokens as one text without spaces. */
export const withoutSpaces = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");
