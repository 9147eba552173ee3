/**
 * Loops that nothing in them can end. Looked for only where a call was stopped for want of time or memory, and only in
 * the code behind the function that was called.
 */
import { callsIn, declaredIn } from "./outline.ts";
import { placed, type Slip, shown } from "./slip.ts";
import { endOfBracket, LONGEST, type Token, tokensOf } from "./tokens.ts";

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;

/** @param fn the function that was called; without one all code counts */
export function neverEnds(source: string, fn: string | undefined): Slip | undefined {
  if (source.length > LONGEST) return undefined;
  const tokens = tokensOf(source);
  const ranges = rangesBehind(tokens, fn);
  const isInside = (i: number): boolean => ranges.some(([from, to]) => i >= from && i <= to);
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "name" || !isInside(i)) continue;
    const found =
      token.text === "while" && isSign(tokens[i + 1], "(")
        ? whileAt(tokens, i)
        : token.text === "for" && isSign(tokens[i + 1], "(")
          ? forAt(tokens, i)
          : undefined;
    if (found !== undefined) return { ...found, ...placed(source, token) };
  }
  return undefined;
}

/** The bodies of a function and of what it calls, everything where there is none of that name. */
function rangesBehind(
  tokens: readonly Token[],
  fn: string | undefined,
): readonly (readonly [number, number])[] {
  const all = [[0, tokens.length]] as const;
  const outer = declaredIn(tokens).filter(({ depth }) => depth === 0);
  if (fn === undefined || !outer.some(({ name }) => name === fn)) return all;
  const calls = callsIn(tokens);
  const reached = new Set([fn]);
  for (const name of reached) for (const called of calls.get(name) ?? []) reached.add(called);
  return outer.filter(({ name }) => reached.has(name)).map(({ body }) => body);
}

/** Tokens of a statement that begins here: in braces, or up to its semicolon. */
function statementAt(tokens: readonly Token[], from: number): readonly [from: number, to: number] {
  if (isSign(tokens[from], "{")) return [from, endOfBracket(tokens, from)];
  for (let i = from, depth = 0; i < tokens.length; i++) {
    const { kind, text, isFirst } = tokens[i] as Token;
    if (kind !== "sign") {
      if (i > from && depth === 0 && isFirst && /^(?:return|let|const|for|while|if)$/.test(text))
        return [from, i - 1];
      continue;
    }
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) {
      if (--depth < 0) return [from, i - 1];
      if (depth === 0 && text === "}") return [from, i];
    } else if (text === ";" && depth === 0) return [from, i];
  }
  return [from, tokens.length - 1];
}

/** Whether a name is given a value within these tokens, or something is called that may change it. */
function changes(tokens: readonly Token[], name: string, [from, to]: readonly [number, number]): boolean {
  for (let i = from; i <= to; i++) {
    if ((tokens[i] as Token).text !== name || isSign(tokens[i - 1], ".")) continue;
    const next = tokens[i + 1]?.text ?? "";
    if (/^(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=$|^\+\+$|^--$/.test(next)) return true;
    if (/^(?:\+\+|--)$/.test(tokens[i - 1]?.text ?? "")) return true;
    // Its entries, its fields, its methods; a part of what is taken apart.
    if (isSign(tokens[i + 1], "[") || isSign(tokens[i + 1], ".")) return true;
    if (/^[{,[]$/.test(tokens[i - 1]?.text ?? "") && /^[\],}]$/.test(next)) return true;
  }
  return false;
}

const LEAVES = /^(?:break|return|throw|yield)$/;

const leaves = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean =>
  tokens.slice(from, to + 1).some(({ kind, text }) => kind === "name" && LEAVES.test(text));

/** Names of variables in a condition; undefined where something is called in it that may differ each time. */
function variablesIn(tokens: readonly Token[], from: number, to: number): readonly string[] | undefined {
  const names = new Set<string>();
  for (let i = from; i <= to; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== "name") {
      if (kind === "sign" && /^(?:\+\+|--|(?:[-+*/])=|=)$/.test(text)) return undefined;
      continue;
    }
    if (isSign(tokens[i - 1], ".")) continue;
    if (isSign(tokens[i + 1], "(")) return undefined;
    if (!/^(?:true|false|Math|Infinity|NaN|undefined|null|typeof)$/.test(text)) names.add(text);
  }
  return [...names];
}

function whileAt(tokens: readonly Token[], i: number): Slip | undefined {
  const close = endOfBracket(tokens, i + 1);
  const isDo = isSign(tokens[i - 1], "}") && isSign(tokens[close + 1], ";");
  if (isDo) return undefined;
  const names = variablesIn(tokens, i + 2, close - 1);
  if (names === undefined) return undefined;
  if (isSign(tokens[close + 1], ";") && isSign(tokens[close + 2], "{"))
    return {
      id: "semicolon-behind-loop",
      says: "The ; behind while (…) is all that this loop does, for ever: take it out.",
    };
  const body = statementAt(tokens, close + 1);
  if (leaves(tokens, body)) return undefined;
  if (names.length === 0)
    return {
      id: "loop-without-end",
      says: "This while has a condition that is always true, and nothing in it leaves the loop.",
    };
  if (names.some((name) => changes(tokens, name, body))) return undefined;
  return {
    id: "counter-never-changes",
    says: `This while never ends: ${either(countersOf(tokens, names))} in it.`,
  };
}

/** Of a counter and its limit, the counter is meant: it is what `let` declares. */
function countersOf(tokens: readonly Token[], names: readonly string[]): readonly string[] {
  const declared = new Set(
    tokens.flatMap(({ text }, i) => (/^(?:let|var)$/.test(text) ? [tokens[i + 1]?.text ?? ""] : [])),
  );
  const counters = names.filter((name) => declared.has(name));
  return counters.length === 0 ? names : counters;
}

const either = (names: readonly string[]): string =>
  names.length === 1
    ? `${shown(names[0] as string)} does not change`
    : `none of ${names.slice(0, 4).map(shown).join(", ")} changes`;

function forAt(tokens: readonly Token[], i: number): Slip | undefined {
  const close = endOfBracket(tokens, i + 1);
  const parts: number[] = [];
  for (let j = i + 2, depth = 0; j < close; j++) {
    const { text, kind } = tokens[j] as Token;
    if (kind !== "sign") continue;
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth--;
    else if (text === ";" && depth === 0) parts.push(j);
  }
  const [first, second] = parts;
  if (first === undefined || second === undefined) return undefined;
  const names = variablesIn(tokens, first + 1, second - 1);
  const body = statementAt(tokens, close + 1);
  if (names === undefined || leaves(tokens, body)) return undefined;
  const step: readonly [number, number] = [second + 1, close - 1];
  const counter = tokens
    .slice(i + 2, first)
    .find((token, j, all) => token.kind === "name" && isSign(all[j + 1], "="))?.text;
  if (names.length > 0 && !names.some((name) => changes(tokens, name, step) || changes(tokens, name, body))) {
    const stepped = tokens.slice(step[0], step[1] + 1).find((token) => token.kind === "name")?.text;
    const instead = stepped === undefined ? "" : `: ${shown(stepped)} is counted in its place`;
    return {
      id: "counter-never-changes",
      says: `This for never ends: ${either(countersOf(tokens, names))} in it${instead}.`,
    };
  }
  return counter === undefined ? undefined : wrongWay(tokens, counter, first, second, step);
}

/** Up to a limit, but counted down; or the other way round. */
function wrongWay(
  tokens: readonly Token[],
  counter: string,
  first: number,
  second: number,
  [from, to]: readonly [number, number],
): Slip | undefined {
  const [name, sign] = [tokens[first + 1], tokens[first + 2]];
  if (name?.text !== counter || second - first > 8) return undefined;
  const step = tokens
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join("");
  const isUp = step === `${counter}++` || step === `++${counter}`;
  const isDown = step === `${counter}--` || step === `--${counter}`;
  const limit = sign?.text ?? "";
  if ((isDown && /^<=?$/.test(limit)) || (isUp && /^>=?$/.test(limit))) {
    const says = `This for never ends: ${shown(counter)} is counted ${isUp ? "up" : "down"} while ${shown(counter)} ${limit} its limit.`;
    return { id: "counted-the-wrong-way", says };
  }
  return undefined;
}
