/** What the page says of a line, in words and with a sign. */
import type { LineReport, LineStatus } from "../../../grader/derivation/written/report.ts";

/** "wait" for a line that nothing is wrong with yet. */
export type Tone = "good" | "plain" | "bad" | "wait";

interface Word {
  readonly tone: Tone;
  readonly sign: string;
  readonly word: string;
}

const WORDS: Readonly<Record<LineStatus, Word>> = {
  holds: { tone: "good", sign: "✓", word: "Holds" },
  idle: { tone: "good", sign: "✓", word: "True, and nothing new" },
  name: { tone: "good", sign: "✓", word: "A name of your own" },
  follows: { tone: "plain", sign: "~", word: "Follows" },
  false: { tone: "bad", sign: "✗", word: "Does not hold" },
  empty: { tone: "bad", sign: "✗", word: "Says nothing" },
  circle: { tone: "bad", sign: "✗", word: "Leads in a circle" },
  jump: { tone: "bad", sign: "✗", word: "Too much at once" },
  unfinished: { tone: "wait", sign: "…", word: "Not finished" },
  unread: { tone: "bad", sign: "?", word: "Cannot be read" },
  undecided: { tone: "bad", sign: "?", word: "Not decided" },
};

/** While a line is typed, nothing is said against it. */
export const TYPING: Word = { tone: "wait", sign: "…", word: "Not finished" };
export const CHECKING: Word = { tone: "wait", sign: "…", word: "Checking" };

export const wordOf = ({ status }: LineReport): Word => WORDS[status];

/** The sentence behind the word, which does not say it again. */
export function sentenceOf({ status, says, slip }: LineReport): string {
  const rest = says
    .replace(/^This does not hold\.\s*/, "")
    .replace(/^It is true, and nothing new\.$/, "")
    .replace(/^It is true: (.)/, (_, letter: string) => letter.toUpperCase());
  const told = status === "unfinished" ? "" : rest;
  return [told, slip?.says ?? ""].filter((part) => part !== "").join(" ");
}
