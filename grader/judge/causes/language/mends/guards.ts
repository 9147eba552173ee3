/**
 * Special cases that nobody asked for: a loop that is left early, an exception or a value where the contract wants the
 * plain one, and a 0 that is taken for an argument left out.
 */
import { declaredIn } from "../outline.ts";
import { isSign, isWord, parted, type Range, statementAt } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { type Mend, type Reading, replaced, type Search, textOf } from "./mend.ts";

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
  readonly body: Range;
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

const saysOf = (reading: Reading, i: number, { word }: Guard, condition: Range): string =>
  `This ${(ENDS[word] as (typeof ENDS)[string])(textOf(reading, ...condition), isInLoop(reading.tokens, i))}`;

/** A mend without some tokens; the finding points at one of them. */
const without = (
  { source, tokens }: Reading,
  { word }: Guard,
  says: string,
  [from, to]: Range,
  at: number,
  text = "",
): Mend => ({
  id: `needless-${word}`,
  says,
  edits: [replaced(tokens[from], text, tokens[to])],
  ifRight: true,
  ...placed(source, tokens[at]),
});

/** The whole special case is left out. */
const needless: Search = (reading, i) => {
  const guard = guardAt(reading.tokens, i);
  if (guard === undefined) return undefined;
  const { open, close, body, at } = guard;
  const says = `${saysOf(reading, i, guard, [open + 1, close - 1])}: leave this if out.`;
  // What stands before it may want a statement.
  return without(reading, guard, says, [i, body[1]], at, ";");
};

/** `{ …; break; }`, of which only the break is too much. */
const onlyTheBreak: Search = (reading, i) => {
  const guard = guardAt(reading.tokens, i);
  if (guard?.word !== "break" || guard.at === guard.body[0]) return undefined;
  const says = "This break leaves the loop early, and all of its turns are asked for: leave it out.";
  return without(reading, guard, says, [guard.at, guard.at], guard.at);
};

/** `if (a || b) throw …`, of which one is met by inputs that have an answer. */
const tooWide =
  (which: number): Search =>
  (reading, i) => {
    const guard = guardAt(reading.tokens, i);
    if (guard === undefined) return undefined;
    const { open, close } = guard;
    const ors = parted(reading.tokens, open, close, "||");
    const [from, to] = [[open, ...ors][which], [...ors, close][which]];
    if (ors.length === 0 || from === undefined || to === undefined) return undefined;
    const says = `${saysOf(reading, i, guard, [from + 1, to - 1])}: leave that part of the condition out.`;
    // The sign before it goes along, that behind it where it is the first.
    return without(reading, guard, says, which === 0 ? [from + 1, to] : [from, to - 1], from + 1);
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
  const instead = textOf(reading, i + 1, endOfValue(tokens, i + 1));
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
