/**
 * The functions that a submission declares, read off its words: what they are called, what they take, where their body
 * is, and which of them each one calls.
 */
import { endOfBracket, type Token } from "./tokens.ts";

export interface Declared {
  readonly name: string;
  /** The token of its name. */
  readonly at: number;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly isExported: boolean;
  readonly isDefault: boolean;
  /** Names of its parameters, as far as they are plain names. */
  readonly parameters: readonly string[];
  /** First and last token of its parameters, brackets included. */
  readonly head: readonly [from: number, to: number];
  /** First and last token of its body, braces included where it has them. */
  readonly body: readonly [from: number, to: number];
  /** An arrow with a value in place of a body in braces. */
  readonly isValue: boolean;
  /** Braces that it stands in. */
  readonly depth: number;
}

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;
const isName = (token: Token | undefined, text?: string): boolean =>
  token?.kind === "name" && (text === undefined || token.text === text);

const known = new WeakMap<readonly Token[], readonly Declared[]>();

/** All named functions, in the order of the text. */
export function declaredIn(tokens: readonly Token[]): readonly Declared[] {
  const declared = known.get(tokens) ?? declarationsIn(tokens);
  known.set(tokens, declared);
  return declared;
}

function declarationsIn(tokens: readonly Token[]): readonly Declared[] {
  const found: Declared[] = [];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "sign" && token.text === "{") depth++;
    else if (token.kind === "sign" && token.text === "}") depth = Math.max(0, depth - 1);
    const one = isName(token, "function")
      ? functionAt(tokens, i)
      : isName(token, "const") || isName(token, "let") || isName(token, "var")
        ? variableAt(tokens, i)
        : undefined;
    if (one !== undefined) found.push({ ...one, depth });
  }
  return found;
}

/** What stands before a declaration: `export`, `default`, `async`, `declare`. */
function wordsBefore(tokens: readonly Token[], i: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (let j = i - 1; j >= 0 && /^(?:export|default|async|declare)$/.test((tokens[j] as Token).text); j--)
    words.add((tokens[j] as Token).text);
  return words;
}

function functionAt(tokens: readonly Token[], i: number): Omit<Declared, "depth"> | undefined {
  const isGenerator = isSign(tokens[i + 1], "*");
  const at = i + (isGenerator ? 2 : 1);
  const before = wordsBefore(tokens, i);
  const isAnonymous = isSign(tokens[at], "(") && before.has("default");
  if (!isName(tokens[at]) && !isAnonymous) return undefined;
  const rest = signature(tokens, isAnonymous ? at : at + 1);
  if (rest === undefined || !isSign(tokens[rest.from], "{")) return undefined;
  return {
    name: isAnonymous ? "default" : (tokens[at] as Token).text,
    at,
    isAsync: before.has("async"),
    isGenerator,
    isExported: before.has("export"),
    isDefault: before.has("default"),
    parameters: rest.parameters,
    head: rest.head,
    body: [rest.from, endOfBracket(tokens, rest.from)],
    isValue: false,
  };
}

/** `const f = (x) => …`, `const f = function (x) { … }`, `const f = x => …` */
function variableAt(tokens: readonly Token[], i: number): Omit<Declared, "depth"> | undefined {
  const at = i + 1;
  if (!isName(tokens[at])) return undefined;
  let j = at + 1;
  // A type of its own ends before the `=` that is no arrow.
  if (isSign(tokens[j], ":")) while (j < tokens.length && !isSign(tokens[j], "=") && j < at + 80) j++;
  if (!isSign(tokens[j], "=")) return undefined;
  j++;
  const isAsync = isName(tokens[j], "async");
  if (isAsync) j++;
  const base = { name: (tokens[at] as Token).text, at, isAsync, isDefault: false };
  const isExported = wordsBefore(tokens, i).has("export");
  if (isName(tokens[j], "function")) {
    const isGenerator = isSign(tokens[j + 1], "*");
    const rest = signature(tokens, skipName(tokens, j + (isGenerator ? 2 : 1)));
    if (rest === undefined || !isSign(tokens[rest.from], "{")) return undefined;
    const { parameters, head } = rest;
    const body = [rest.from, endOfBracket(tokens, rest.from)] as const;
    return { ...base, isExported, isGenerator, parameters, head, body, isValue: false };
  }
  if (isName(tokens[j]) && isSign(tokens[j + 1], "=>")) {
    const parameters = [(tokens[j] as Token).text];
    return { ...base, isExported, isGenerator: false, parameters, head: [j, j], ...arrowBody(tokens, j + 2) };
  }
  const rest = signature(tokens, j);
  if (rest === undefined || !isSign(tokens[rest.from], "=>")) return undefined;
  const { parameters, head } = rest;
  return { ...base, isExported, isGenerator: false, parameters, head, ...arrowBody(tokens, rest.from + 1) };
}

const skipName = (tokens: readonly Token[], i: number): number => (isName(tokens[i]) ? i + 1 : i);

function arrowBody(tokens: readonly Token[], from: number): Pick<Declared, "body" | "isValue"> {
  if (isSign(tokens[from], "{")) return { body: [from, endOfBracket(tokens, from)], isValue: false };
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const { kind, text, isFirst } = tokens[i] as Token;
    if (kind === "sign" && /^[([{]$/.test(text)) depth++;
    else if (kind === "sign" && /^[)\]}]$/.test(text)) depth--;
    const ends = depth < 0 || (depth === 0 && kind === "sign" && (text === ";" || text === ","));
    const isNext = depth === 0 && isFirst && /^(?:export|const|let|var|function|class)$/.test(text);
    if (ends || isNext) return { body: [from, i - 1], isValue: true };
  }
  return { body: [from, tokens.length - 1], isValue: true };
}

/** Parameters, and where the type behind them ends: at `{` or `=>`. */
function signature(
  tokens: readonly Token[],
  start: number,
):
  | {
      readonly parameters: readonly string[];
      readonly head: readonly [number, number];
      readonly from: number;
    }
  | undefined {
  let open = start;
  if (isSign(tokens[open], "<")) while (open < tokens.length && !isSign(tokens[open], "(")) open++;
  if (!isSign(tokens[open], "(")) return undefined;
  const close = endOfBracket(tokens, open);
  const parameters: string[] = [];
  let depth = 0;
  for (let i = open; i < close; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind === "sign" && /^[([{<]$/.test(text)) depth++;
    else if (kind === "sign" && /^[)\]}>]$/.test(text)) depth--;
    const begins = depth === 1 && kind === "sign" && (text === "," || i === open);
    const next = tokens[i + 1];
    if (begins && next?.kind === "name") parameters.push(next.text);
  }
  let from = close + 1;
  if (isSign(tokens[from], ":")) {
    let inner = 0;
    for (from++; from < tokens.length; from++) {
      const { kind, text } = tokens[from] as Token;
      if (kind !== "sign") continue;
      // A brace belongs to the type where one is due: behind `:`, `|`, `<` or `(`.
      const isOfType = /^[:|<(,&]$/.test((tokens[from - 1] as Token).text);
      if (/^[([<]$/.test(text) || (text === "{" && (inner > 0 || isOfType))) inner++;
      else if (/^[)\]>}]$/.test(text)) inner--;
      else if (inner === 0 && (text === "{" || text === "=>")) break;
      if (inner < 0) return undefined;
    }
  }
  return from < tokens.length ? { parameters, head: [open, close], from } : undefined;
}

/** Names that a function declares for itself: of them it calls its own. */
function ownNames(tokens: readonly Token[], { parameters, body: [from, to] }: Declared): ReadonlySet<string> {
  const own = new Set(parameters);
  for (let i = from; i < to; i++)
    if (/^(?:const|let|var|function|class)$/.test((tokens[i] as Token).text) && isName(tokens[i + 1]))
      own.add((tokens[i + 1] as Token).text);
  return own;
}

/**
 * The functions of the file that each function names in its body: calls, and functions that are handed on. A name that
 * the function declares for itself is none of them.
 */
export function callsIn(tokens: readonly Token[]): ReadonlyMap<string, ReadonlySet<string>> {
  const outermost = declaredIn(tokens).filter(({ depth }) => depth === 0);
  const names = new Set(outermost.map(({ name }) => name));
  return new Map(
    outermost.map((one) => {
      const own = ownNames(tokens, one);
      const called = new Set<string>();
      const [from, to] = one.body;
      for (let i = from; i <= to; i++) {
        const { kind, text } = tokens[i] as Token;
        const isField = isSign(tokens[i - 1], ".") || isSign(tokens[i - 1], "?.");
        const isLabel = isSign(tokens[i + 1], ":") && /^[{,]$/.test(tokens[i - 1]?.text ?? "");
        if (kind === "name" && names.has(text) && !isField && !isLabel && !own.has(text) && text !== one.name)
          called.add(text);
      }
      return [one.name, called];
    }),
  );
}
