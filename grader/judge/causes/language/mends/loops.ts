/** Loops that go one too far, start too late, do nothing, or end at their first turn. */
import { isSign, isWord, type Loop, loopAt, statementAt } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { inserted, type Mend, type Reading, replaced, type Search, textOf } from "./mend.ts";

/** What is wrong with a `for` of three parts. */
const ofLoop =
  (search: (reading: Reading, loop: Loop) => Omit<Mend, "line" | "column"> | undefined): Search =>
  (reading, i) => {
    const loop = loopAt(reading.tokens, i);
    const found = loop === undefined ? undefined : search(reading, loop);
    return found && { ...found, ...placed(reading.source, reading.tokens[i]) };
  };

/** `i <= x.length`, from 0 or from 1. */
const oneTooFar = ofLoop((reading, { counter, condition: [from, to] }) => {
  const { tokens, lengths } = reading;
  const sign = from + 1;
  if (tokens[from]?.text !== counter || !isSign(tokens[sign], "<=")) return undefined;
  const limit = textOf(reading, sign + 1, to);
  const list =
    isSign(tokens[sign + 2], ".") && isWord(tokens[sign + 3], "length") ? tokens[sign + 1]?.text : undefined;
  const length = list === undefined ? undefined : lengths.get(list);
  const reads =
    list === undefined
      ? "runs once too often"
      : length === undefined
        ? `reads ${list}[${list}.length], which does not exist`
        : `reads ${list}[${length}] of ${length} entries`;
  const start = tokens[from - 2];
  const isFromOne = start?.text === "1";
  const name = shown(counter);
  return {
    id: isFromOne ? "counted-from-one" : "one-too-far",
    says: isFromOne
      ? `This loop counts from 1 to ${limit}; entries are counted from 0: write let ${name} = 0 and ${name} < ${limit}.`
      : `This loop runs while ${name} <= ${limit} and ${reads}: write < in place of <=.`,
    edits: [replaced(tokens[sign], "<"), ...(isFromOne ? [replaced(start, "0")] : [])],
  };
});

/** `i < x.length - 1` */
const oneTooFew = ofLoop((reading, { condition: [from, to] }) => {
  const { tokens } = reading;
  if (!isSign(tokens[to - 1], "-") || tokens[to]?.text !== "1") return undefined;
  return {
    id: "one-too-few",
    says: `This loop runs while ${textOf(reading, from, to)} and leaves the last one out: leave out the - 1.`,
    edits: [replaced(tokens[to - 1], "", tokens[to])],
  };
});

/** `for (let k = 0; k < d; i++)` */
const otherCounter = ofLoop(({ tokens }, { step: [from, to], counter }) => {
  const step = tokens.slice(from, to + 1).find(({ kind }) => kind === "name");
  if (step === undefined || counter === "" || step.text === counter) return undefined;
  return {
    id: "other-counter",
    says: `This loop counts ${shown(step.text)} in place of its own ${shown(counter)}: write ${shown(counter)} behind the second semicolon.`,
    edits: [replaced(step, counter)],
  };
});

/** `let i = 1; i < n` */
const startsAtOne = ofLoop(({ tokens }, { condition: [from], counter }) => {
  const first = tokens[from - 2];
  if (first?.text !== "1" || !isSign(tokens[from - 3], "=")) return undefined;
  return {
    id: "counted-from-one",
    says: `This loop begins at 1, and the first entry is that of 0: write let ${shown(counter)} = 0.`,
    edits: [replaced(first, "0")],
  };
});

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
