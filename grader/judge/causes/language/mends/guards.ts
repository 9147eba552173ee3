/**
 * Special cases that nobody asked for: a loop that is left early, an exception or a value where the contract wants the
 * plain one, and a 0 that is taken for an argument left out.
 */
import { declaredIn } from "../outline.ts";
import { isSign, isWord, parted, statementAt } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { type Reading, replaced, type Search } from "./mend.ts";

/** What ends a special case, and what is wrong with it where the program is right without it. */
const ENDS: Readonly<Record<string, (condition: string, loops: boolean) => string>> = {
  break: (condition) => `break leaves the loop where ${condition}, and all of its turns are asked for`,
  continue: (condition) => `continue leaves out the turns where ${condition}, and they count`,
  throw: (condition) => `throw refuses inputs where ${condition}, and they have an answer`,
  return: (condition, loops) =>
    loops
      ? `return ends the loop where ${condition}, and all of its turns are asked for`
      : `return gives a wrong answer where ${condition}, and what stands below it is right there as well`,
};

interface Guard {
  readonly open: number;
  readonly close: number;
  /** First and last token of what is done where the condition is met. */
  readonly body: readonly [from: number, to: number];
  /** The word that ends it, and where it stands. */
  readonly word: string;
  readonly at: number;
}

/** `if (…) break;` and the like, without `else`. */
function guardAt(tokens: readonly Token[], i: number): Guard | undefined {
  if (!isWord(tokens[i], "if") || !isSign(tokens[i + 1], "(") || isWord(tokens[i - 1], "else"))
    return undefined;
  const close = endOfBracket(tokens, i + 1);
  const body = statementAt(tokens, close + 1);
  if (isWord(tokens[body[1] + 1], "else")) return undefined;
  const at = tokens.findLastIndex(
    ({ kind, text }, j) => j >= body[0] && j <= body[1] && kind === "name" && Object.hasOwn(ENDS, text),
  );
  const word = tokens[at]?.text;
  return word === undefined ? undefined : { open: i + 1, close, body, word, at };
}

/** Whether a loop stands around a token. */
const isInLoop = (tokens: readonly Token[], i: number): boolean =>
  tokens.some(({ kind, text }, j) => {
    if (j >= i || kind !== "name" || !/^(?:for|while)$/.test(text) || !isSign(tokens[j + 1], "("))
      return false;
    const [from, to] = statementAt(tokens, endOfBracket(tokens, j + 1) + 1);
    return from <= i && i <= to;
  });

const textOf = ({ source, tokens }: Reading, from: number, to: number): string =>
  shown(source.slice(tokens[from]?.at, tokens[to]?.end).replaceAll(/\s+/g, " "));

const saysOf = (reading: Reading, i: number, word: string, condition: string): string =>
  `This ${(ENDS[word] as (typeof ENDS)[string])(condition, isInLoop(reading.tokens, i))}`;

/** The whole special case is left out. */
const needless: Search = (reading, i) => {
  const { source, tokens } = reading;
  const guard = guardAt(tokens, i);
  if (guard === undefined) return undefined;
  const { open, close, body, word, at } = guard;
  return {
    id: `needless-${word}`,
    says: `${saysOf(reading, i, word, textOf(reading, open + 1, close - 1))}: leave this if out.`,
    edits: [{ at: tokens[i]?.at ?? 0, end: tokens[body[1]]?.end ?? 0, text: ";" }],
    ifRight: true,
    ...placed(source, tokens[at]),
  };
};

/** `{ …; break; }`, of which only the break is too much. */
const onlyTheBreak: Search = ({ source, tokens }, i) => {
  const guard = guardAt(tokens, i);
  if (guard?.word !== "break" || guard.at === guard.body[0]) return undefined;
  return {
    id: "needless-break",
    says: "This break leaves the loop early, and all of its turns are asked for: leave it out.",
    edits: [{ at: tokens[guard.at]?.at ?? 0, end: tokens[guard.at]?.end ?? 0, text: "" }],
    ifRight: true,
    ...placed(source, tokens[guard.at]),
  };
};

/** `if (a || b) throw …`, of which one is met by inputs that have an answer. */
const tooWide =
  (which: number): Search =>
  (reading, i) => {
    const { source, tokens } = reading;
    const guard = guardAt(tokens, i);
    if (guard === undefined) return undefined;
    const { open, close, word } = guard;
    const ors = parted(tokens, open, close, "||");
    const [from, to] = [[open, ...ors][which], [...ors, close][which]];
    if (ors.length === 0 || from === undefined || to === undefined) return undefined;
    // The sign before it goes along, that behind it where it is the first.
    const [first, last] = which === 0 ? [from + 1, to] : [from, to - 1];
    const condition = textOf(reading, from + 1, to - 1);
    return {
      id: `needless-${word}`,
      says: `${saysOf(reading, i, word, condition)}: leave that part of the condition out.`,
      edits: [{ at: tokens[first]?.at ?? 0, end: tokens[last]?.end ?? 0, text: "" }],
      ifRight: true,
      ...placed(source, tokens[from + 1]),
    };
  };

/** `threshold || 0.5`, and `cosine || 0` where NaN is asked for. */
const zeroForNone: Search = (reading, i) => {
  const { source, tokens } = reading;
  const [name, value] = [tokens[i - 1], tokens[i + 1]];
  if (
    !isSign(tokens[i], "||") ||
    name?.kind !== "name" ||
    !/^(?:=|\(|,|return)$/.test(tokens[i - 2]?.text ?? "")
  )
    return undefined;
  const end = endOfValue(tokens, i + 1);
  const instead = textOf(reading, i + 1, end);
  const isArgument = declaredIn(tokens).some(({ parameters }) => parameters.includes(name.text));
  if (value?.text !== "0" && !isArgument) return undefined;
  return {
    id: value?.text === "0" ? "zero-for-nan" : "zero-for-none",
    says:
      value?.text === "0"
        ? `${shown(name.text)} || 0 puts 0 in the place of NaN, which is not to be hidden: write ${shown(name.text)} alone.`
        : `|| takes a 0 for an argument that is left out: write ${shown(name.text)} ?? ${instead}.`,
    edits: [replaced(tokens[i], "??")],
    ifRight: true,
    ...placed(source, tokens[i]),
  };
};

/** The last token of a value: what stands behind it is a comma, a semicolon, a bracket's end or another line. */
function endOfValue(tokens: readonly Token[], from: number): number {
  for (let i = from, depth = 0; i < tokens.length; i++) {
    const { text, isFirst } = tokens[i] as Token;
    if (i > from && depth === 0 && isFirst) return i - 1;
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text) && --depth < 0) return i - 1;
    else if (depth === 0 && /^[,;]$/.test(text)) return i - 1;
  }
  return tokens.length - 1;
}

export const guardMends: readonly Search[] = [
  zeroForNone,
  needless,
  onlyTheBreak,
  tooWide(0),
  tooWide(1),
  tooWide(2),
];
