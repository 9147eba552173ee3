/** Loops that go one too far, start too late, do nothing, or end at their first turn. */
import { isSign, isWord, loopAt, statementAt } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { inserted, replaced, type Search, textOf } from "./mend.ts";

/** `i <= x.length`, from 0 or from 1. */
const oneTooFar: Search = (reading, i) => {
  const { source, tokens, lengths } = reading;
  const loop = loopAt(tokens, i);
  if (loop === undefined) return undefined;
  const [from, to] = loop.condition;
  const sign = from + 1;
  if (tokens[from]?.text !== loop.counter || !isSign(tokens[sign], "<=")) return undefined;
  const limit = textOf(reading, sign + 1, to);
  const list =
    isSign(tokens[sign + 2], ".") && isWord(tokens[sign + 3], "length")
      ? tokens[sign + 2 - 1]?.text
      : undefined;
  const length = list === undefined ? undefined : lengths.get(list);
  const reads =
    list === undefined
      ? "runs once too often"
      : length === undefined
        ? `reads ${list}[${list}.length], which does not exist`
        : `reads ${list}[${length}] of ${length} entries`;
  const start = tokens.slice(i + 2, from - 1);
  const isFromOne = start[start.length - 1]?.text === "1";
  const says = isFromOne
    ? `This loop counts from 1 to ${limit}; entries are counted from 0: write let ${shown(loop.counter)} = 0 and ${shown(loop.counter)} < ${limit}.`
    : `This loop runs while ${shown(loop.counter)} <= ${limit} and ${reads}: write < in place of <=.`;
  return {
    id: isFromOne ? "counted-from-one" : "one-too-far",
    says,
    edits: [replaced(tokens[sign], "<"), ...(isFromOne ? [replaced(start[start.length - 1], "0")] : [])],
    ...placed(source, tokens[i]),
  };
};

/** `i < x.length - 1` */
const oneTooFew: Search = (reading, i) => {
  const { source, tokens } = reading;
  const loop = loopAt(tokens, i);
  if (loop === undefined) return undefined;
  const [, to] = loop.condition;
  if (!isSign(tokens[to - 1], "-") || tokens[to]?.text !== "1") return undefined;
  const limit = textOf(reading, loop.condition[0], to);
  return {
    id: "one-too-few",
    says: `This loop runs while ${limit} and leaves the last one out: leave out the - 1.`,
    edits: [replaced(tokens[to - 1], "", tokens[to])],
    ...placed(source, tokens[i]),
  };
};

/** `for (let k = 0; k < d; i++)` */
const otherCounter: Search = ({ source, tokens }, i) => {
  const loop = loopAt(tokens, i);
  const step =
    loop === undefined
      ? undefined
      : tokens.slice(loop.step[0], loop.step[1] + 1).find(({ kind }) => kind === "name");
  if (loop === undefined || step === undefined || loop.counter === "" || step.text === loop.counter)
    return undefined;
  return {
    id: "other-counter",
    says: `This loop counts ${shown(step.text)} in place of its own ${shown(loop.counter)}: write ${shown(loop.counter)} behind the second semicolon.`,
    edits: [replaced(step, loop.counter)],
    ...placed(source, tokens[i]),
  };
};

/** `let i = 1; i < n` */
const startsAtOne: Search = ({ source, tokens }, i) => {
  const loop = loopAt(tokens, i);
  const first = loop === undefined ? undefined : tokens[loop.condition[0] - 2];
  if (loop === undefined || first?.text !== "1" || !isSign(tokens[loop.condition[0] - 3], "="))
    return undefined;
  return {
    id: "counted-from-one",
    says: `This loop begins at 1, and the first entry is that of 0: write let ${shown(loop.counter)} = 0.`,
    edits: [replaced(first, "0")],
    ...placed(source, tokens[i]),
  };
};

/** `for (…);` and `if (…);` */
const nothingToDo: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  if (tokens[i]?.kind !== "name" || !/^(?:for|if)$/.test(word) || !isSign(tokens[i + 1], "("))
    return undefined;
  const end = endOfBracket(tokens, i + 1);
  if (!isSign(tokens[end + 1], ";")) return undefined;
  return {
    id: "semicolon-behind-loop",
    says: `The ; behind ${word} (…) ends it before it does anything: take the ; out.`,
    edits: [replaced(tokens[end + 1], "")],
    ...placed(source, tokens[end + 1]),
  };
};

/** `return` as the last statement of a loop's braces. */
const returnsAtOnce: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  if (tokens[i]?.kind !== "name" || !/^(?:for|while)$/.test(word) || !isSign(tokens[i + 1], "("))
    return undefined;
  const open = endOfBracket(tokens, i + 1) + 1;
  if (!isSign(tokens[open], "{")) return undefined;
  const close = endOfBracket(tokens, open);
  let at = -1;
  for (let j = open + 1, depth = 0; j < close; j++) {
    if (/^[([{]$/.test(tokens[j]?.text ?? "") && tokens[j]?.kind === "sign") depth++;
    else if (/^[)\]}]$/.test(tokens[j]?.text ?? "") && tokens[j]?.kind === "sign") depth--;
    else if (depth === 0 && isWord(tokens[j], "return") && !isSign(tokens[j - 1], ")")) at = j;
  }
  if (at < 0) return undefined;
  const [, end] = statementAt(tokens, at);
  const last = Math.min(end, close - 1);
  if (last < close - 1) return undefined;
  const statement = source.slice(tokens[at]?.at, tokens[last]?.end);
  return {
    id: "return-inside-the-loop",
    says: "This return stands inside the loop and ends it at its first turn: put it behind the loop's }.",
    edits: [replaced(tokens[at], "", tokens[last]), inserted(tokens[close]?.end ?? 0, ` ${statement};`)],
    ...placed(source, tokens[at]),
  };
};

/** Two lines below a `for` without braces, indented alike. */
const bracesLeftOut: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  if (tokens[i]?.kind !== "name" || !/^(?:for|while|if|else)$/.test(word)) return undefined;
  const from = word === "else" ? i + 1 : isSign(tokens[i + 1], "(") ? endOfBracket(tokens, i + 1) + 1 : -1;
  const first = tokens[from];
  if (first === undefined || !first.isFirst || isSign(first, "{")) return undefined;
  const [, end] = statementAt(tokens, from);
  const next = tokens[end + 1];
  const column = ({ at }: Token): number =>
    at - Math.max(source.lastIndexOf("\n", at - 1), source.lastIndexOf("\r", at - 1));
  if (
    next === undefined ||
    !next.isFirst ||
    column(next) !== column(first) ||
    column(first) <= column(tokens[i] as Token)
  )
    return undefined;
  const [, last] = statementAt(tokens, end + 1);
  return {
    id: "braces-left-out",
    says: `Only the first line below this ${word} belongs to it: put both into { }.`,
    edits: [inserted(first.at, "{ "), inserted(tokens[last]?.end ?? 0, " }")],
    ...placed(source, tokens[i]),
  };
};

/** `for (const v in x)` */
const inForOf: Search = ({ source, tokens }, i) => {
  if (!isWord(tokens[i], "for") || !isSign(tokens[i + 1], "(") || !isWord(tokens[i + 4], "in"))
    return undefined;
  const name = shown(tokens[i + 3]?.text ?? "");
  return {
    id: "in-for-of",
    says: `for (const ${name} in …) gives the places of the entries, as texts: write of in place of in.`,
    edits: [replaced(tokens[i + 4], "of")],
    ...placed(source, tokens[i]),
  };
};

/** A counter of an outer loop that an inner one counts, too. */
const sameCounter: Search = ({ source, tokens }, i) => {
  const outer = loopAt(tokens, i);
  if (outer === undefined || outer.counter === "") return undefined;
  for (let j = outer.body[0]; j < outer.body[1]; j++) {
    const inner = loopAt(tokens, j);
    if (inner === undefined || inner.counter !== outer.counter) continue;
    const declares = /^(?:let|var|const)$/.test(tokens[j + 2]?.text ?? "");
    if (declares) continue;
    const name = `${outer.counter}Inner`;
    const edits = tokens
      .slice(j, inner.body[1] + 1)
      .filter(({ kind, text }) => kind === "name" && text === outer.counter)
      .map((token) => replaced(token, name));
    return {
      id: "same-counter-twice",
      says: `The loop inside counts with ${shown(outer.counter)}, too, and moves the counter of the outer one: take another name, with let.`,
      edits: [inserted(tokens[j + 2]?.at ?? 0, "let "), ...edits],
      ...placed(source, tokens[j]),
    };
  }
  return undefined;
};

export const loopMends: readonly Search[] = [
  oneTooFar,
  otherCounter,
  nothingToDo,
  returnsAtOnce,
  inForOf,
  bracesLeftOut,
  sameCounter,
  startsAtOne,
  oneTooFew,
];
