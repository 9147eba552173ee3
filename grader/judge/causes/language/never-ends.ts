/**
 * Loops that nothing in them can end. Looked for only where a call was stopped for want of time or memory, and only in
 * the code behind the function that was called.
 */
import { isSign, type Loop, loopAt, type Range, rangesBehind, statementAt } from "./reading.ts";
import { placed, type Slip, shown } from "./slip.ts";
import { endOfBracket, LONGEST, type Token, tokensOf, withoutSpaces } from "./tokens.ts";

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

/** Whether a name is given a value within these tokens, or something is called that may change it. */
function changes(tokens: readonly Token[], name: string, [from, to]: Range): boolean {
  if (name.endsWith(".length")) return changesLength(tokens, name.slice(0, -".length".length), [from, to]);
  for (let i = from; i <= to; i++) {
    if ((tokens[i] as Token).text !== name || isSign(tokens[i - 1], ".")) continue;
    const next = tokens[i + 1]?.text ?? "";
    if (/^(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=$|^\+\+$|^--$/.test(next)) return true;
    if (/^(?:\+\+|--)$/.test(tokens[i - 1]?.text ?? "")) return true;
    // Its entries, its fields, its methods; a part of what is taken apart.
    if (isSign(tokens[i + 1], "[") || isSign(tokens[i + 1], ".")) return true;
    if (/^[{,[]$/.test(tokens[i - 1]?.text ?? "") && /^[\],}]$/.test(next) && isTakenApart(tokens, i))
      return true;
  }
  return false;
}

/** Whether a list may get another length: by a method of its own, or by whoever it is handed to. */
function changesLength(tokens: readonly Token[], list: string, [from, to]: Range): boolean {
  for (let i = from; i <= to; i++) {
    if ((tokens[i] as Token).text !== list || isSign(tokens[i - 1], ".")) continue;
    const next = tokens[i + 1];
    if (isSign(next, "=") || /^(?:push|pop|shift|unshift|splice)$/.test(tokens[i + 2]?.text ?? ""))
      return true;
    if (isSign(next, ".") && isSign(tokens[i + 3], "=")) return true;
    if (/^[,(]$/.test(tokens[i - 1]?.text ?? "") && /^[,)]$/.test(next?.text ?? "")) return true;
  }
  return false;
}

/** `[a, b] = …` and `({ a, b } = …)`, which are no entries. */
function isTakenApart(tokens: readonly Token[], at: number): boolean {
  let open = at - 1;
  while (open > at - 20 && open >= 0 && !/^[[{(]$/.test(tokens[open]?.text ?? "")) open--;
  const before = tokens[open - 1];
  const isEntry =
    isSign(tokens[open], "[") && (before?.kind === "name" || isSign(before, "]") || isSign(before, ")"));
  return !isEntry && isSign(tokens[endOfBracket(tokens, open) + 1], "=");
}

const LEAVES = /^(?:break|return|throw|yield)$/;

const leaves = (tokens: readonly Token[], [from, to]: Range): boolean =>
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
    if (isSign(tokens[i + 1], ".") && tokens[i + 2]?.text === "length") names.add(`${text}.length`);
    else if (!/^(?:true|false|Math|Infinity|NaN|undefined|null|typeof)$/.test(text)) names.add(text);
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
  const loop = loopAt(tokens, i);
  if (loop === undefined) return undefined;
  const { condition, step, body } = loop;
  const names = variablesIn(tokens, ...condition);
  if (names === undefined || leaves(tokens, body)) return undefined;
  const isChanged = (name: string): boolean => changes(tokens, name, step) || changes(tokens, name, body);
  if (names.length > 0 && !names.some(isChanged)) {
    const stepped = tokens.slice(step[0], step[1] + 1).find((token) => token.kind === "name")?.text;
    const instead = stepped === undefined ? "" : `: ${shown(stepped)} is counted in its place`;
    return {
      id: "counter-never-changes",
      says: `This for never ends: ${either(countersOf(tokens, names))} in it${instead}.`,
    };
  }
  return wrongWay(tokens, loop);
}

/** Up to a limit, but counted down; or the other way round. */
function wrongWay(tokens: readonly Token[], { counter, condition, step }: Loop): Slip | undefined {
  const [from, to] = condition;
  const [name, sign] = [tokens[from], tokens[from + 1]];
  if (counter === "" || name?.text !== counter || to - from > 6) return undefined;
  const stepped = withoutSpaces(tokens.slice(step[0], step[1] + 1));
  const isUp = stepped === `${counter}++` || stepped === `++${counter}`;
  const isDown = stepped === `${counter}--` || stepped === `--${counter}`;
  const limit = sign?.text ?? "";
  if (!(isDown && /^<=?$/.test(limit)) && !(isUp && /^>=?$/.test(limit))) return undefined;
  const says = `This for never ends: ${shown(counter)} is counted ${isUp ? "up" : "down"} while ${shown(counter)} ${limit} its limit.`;
  return { id: "counted-the-wrong-way", says };
}
