/** Why a function gives back something else than a number or a list, where its text says it. */
import { type Declared, declaredIn } from "./outline.ts";
import { placed, type Slip, shown } from "./slip.ts";
import { endOfBracket, LONGEST, type Token, tokensOf } from "./tokens.ts";

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "sign" && token.text === text;

/**
 * @param is what came back, as a message names it: "undefined", "a Promise"
 * @param wanted what was asked for
 */
export function noValue(source: string, name: string, is: string, wanted: string): Slip | undefined {
  if (source.length > LONGEST) return undefined;
  const tokens = tokensOf(source);
  const own = declaredIn(tokens).find((one) => one.name === name && one.depth === 0);
  if (own === undefined) return undefined;
  const place = placed(source, tokens[own.at]);
  if (/\bPromise$/.test(is) && own.isAsync)
    return {
      id: "async-function",
      says: `${name} is declared async, so that it gives back a Promise: leave the word async out.`,
      ...place,
    };
  if (own.isGenerator && /generator/i.test(is))
    return {
      id: "generator-function",
      says: `${name} is declared with function*, so that it gives back no value but a generator: leave the * out, and write return.`,
      ...place,
    };
  if (is === "undefined") return undefinedSlip(source, tokens, own);
  if (/^a function\b|^function$/.test(is)) return functionSlip(source, tokens, own);
  if (is === "a string") return stringSlip(source, tokens, own);
  if (/^(?:true|false|a boolean)$/.test(is))
    return {
      id: "comparison-returned",
      says: `${name} gives back a comparison, which is ${is}: is = meant where === stands, or ? a : b missing behind it?`,
      ...place,
    };
  if (/^a (?:list|vector|\d+ x)|^an empty list/.test(is) && wanted === "a number")
    return {
      id: "list-for-number",
      says: `${name} gives back a list where one number is asked for: is the sum over its entries missing?`,
      ...place,
    };
  return undefined;
}

/** Tokens of the body that belong to no function within it. */
function ownTokens(tokens: readonly Token[], { body: [from, to] }: Declared): readonly number[] {
  const found: number[] = [];
  for (let i = from; i <= to; i++) {
    const token = tokens[i] as Token;
    const isArrow = isSign(token, "=>") && isSign(tokens[i + 1], "{");
    const isFunction = i > from && token.kind === "name" && token.text === "function";
    if (isArrow) i = endOfBracket(tokens, i + 1);
    else if (isFunction) {
      let open = i;
      while (open < to && !isSign(tokens[open], "(")) open++;
      open = endOfBracket(tokens, open) + 1;
      while (open < to && !isSign(tokens[open], "{")) open++;
      i = endOfBracket(tokens, open);
    } else found.push(i);
  }
  return found;
}

function undefinedSlip(source: string, tokens: readonly Token[], own: Declared): Slip | undefined {
  const { name } = own;
  const place = placed(source, tokens[own.at]);
  if (own.isValue) return undefined;
  const mine = ownTokens(tokens, own);
  const returns = mine.filter((i) => tokens[i]?.kind === "name" && tokens[i]?.text === "return");
  const isBroken = (i: number): boolean =>
    (isSign(tokens[i + 1], ";") || tokens[i + 1]?.isFirst === true) && !isSign(tokens[i + 1], "}");
  const broken = returns.find((i) => isBroken(i) && !isSign(tokens[i + 1], ";"));
  if (broken !== undefined)
    return {
      id: "return-on-its-own-line",
      says: "What is returned has to begin in the line of return: a return alone gives back nothing.",
      ...placed(source, tokens[broken]),
    };
  if (returns.length > 0) {
    const isInside = returns.every((i) => depthOf(tokens, own, i) > 1);
    return isInside
      ? {
          id: "return-inside-only",
          says: `${name} returns inside a loop or an if only, and ends without a return where that is not run: write one at its end.`,
          ...place,
        }
      : undefined;
  }
  const printed = mine.find((i) => tokens[i]?.text === "console" && isSign(tokens[i + 1], "."));
  if (printed !== undefined)
    return {
      id: "printed-not-returned",
      says: `${name} prints its result with console.log and gives back nothing: write return in its place.`,
      ...placed(source, tokens[printed]),
    };
  const inner = tokens
    .slice(own.body[0], own.body[1])
    .some(({ kind, text }) => kind === "name" && text === "return");
  const set = lastSet(tokens, own);
  const what = set === undefined ? "…" : shown(set);
  const where = inner ? " (the one within belongs to a function inside)" : "";
  return {
    id: "return-missing",
    says: `${name} has no return of its own${where}, so that it gives back nothing: write return ${what}; at its end.`,
    ...place,
  };
}

function depthOf(tokens: readonly Token[], { body: [from] }: Declared, at: number): number {
  let depth = 0;
  for (let i = from; i < at; i++) {
    if (isSign(tokens[i], "{")) depth++;
    else if (isSign(tokens[i], "}")) depth--;
  }
  return depth;
}

/** The variable of the outermost braces that is set last. */
function lastSet(tokens: readonly Token[], own: Declared): string | undefined {
  for (let i = own.body[1]; i > own.body[0]; i--)
    if (
      /^(?:[-+*/])?=$/.test(tokens[i]?.text ?? "") &&
      tokens[i - 1]?.kind === "name" &&
      !isSign(tokens[i - 2], ".")
    )
      return tokens[i - 1]?.text;
  return undefined;
}

function functionSlip(source: string, tokens: readonly Token[], own: Declared): Slip | undefined {
  const [from, to] = own.body;
  for (let i = from; i <= to; i++) {
    const begins = tokens[i]?.text === "return" || (own.isValue && i === from);
    const at = tokens[i]?.text === "return" ? i + 1 : i;
    if (!begins || tokens[at]?.kind !== "name") continue;
    let end = at;
    while (isSign(tokens[end + 1], ".") && tokens[end + 2]?.kind === "name") end += 2;
    const ends =
      isSign(tokens[end + 1], ";") ||
      isSign(tokens[end + 1], "}") ||
      tokens[end + 1]?.isFirst === true ||
      end + 1 > to;
    if (!ends) continue;
    const named = source.slice(tokens[at]?.at, tokens[end]?.end);
    return {
      id: "function-not-called",
      says: `${shown(named)} is a function that is given back uncalled: write ${shown(named)}(…) with its arguments.`,
      ...placed(source, tokens[at]),
    };
  }
  return {
    id: "function-returned",
    says: `${own.name} gives back a function: it takes all its arguments at once, and gives back the value.`,
    ...placed(source, tokens[own.at]),
  };
}

function stringSlip(source: string, tokens: readonly Token[], own: Declared): Slip | undefined {
  const [from, to] = own.body;
  const fixed = indexIn(tokens, from, to, (i) =>
    /^(?:toFixed|toPrecision|toString|toExponential)$/.test(tokens[i]?.text ?? ""),
  );
  if (fixed !== undefined)
    return {
      id: "number-as-text",
      says: `${tokens[fixed]?.text} makes a text of the number: leave it out, nothing is to be rounded.`,
      ...placed(source, tokens[fixed]),
    };
  const text = indexIn(tokens, from, to, (i) => tokens[i]?.kind === "text");
  if (text !== undefined)
    return {
      id: "number-as-text",
      says: "A text is added here, and a number beside a text becomes one: write numbers without quotation marks.",
      ...placed(source, tokens[text]),
    };
  return undefined;
}

function indexIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  holds: (i: number) => boolean,
): number | undefined {
  for (let i = from; i <= to && i < tokens.length; i++) if (holds(i)) return i;
  return undefined;
}
