/**
 * Text as a terminal sees it: how wide it is, and how to clean, cut and wrap it.
 */
import { eastAsianWidth } from "get-east-asian-width";

/** Marks that sit on the letter before them, and the vowels and ends of a Hangul syllable. */
const ZERO = /[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7ff]/u;

function widthOfCharacter(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  return ZERO.test(character) ? 0 : eastAsianWidth(point);
}

/** Columns that a text without control characters takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** One line of text that cannot steer a terminal: no control, bidi or invisible characters, no lone surrogates. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\n\u2028\u2029\u0085\t]/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}

/** The same for text of several lines. */
export const cleanLines = (text: string): readonly string[] => text.split(/\r\n?|\n/).map(clean);

/** The longest beginning of a text that fits a width. */
export function headOf(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += widthOfCharacter(character);
    if (used > width) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/** A text cut to a width, with `dots` where something is left out. */
export function cut(text: string, width: number, dots = "..."): string {
  return widthOf(text) <= width
    ? text
    : headOf(text, Math.max(0, width - widthOf(dots))) + headOf(dots, width);
}

export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - widthOf(text))) + text;

/** A text broken into lines at spaces; a word that is too long for a line is broken anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ").filter((part) => part !== "")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    while (widthOf(word) > width) {
      const head = headOf(word, width) || String.fromCodePoint(word.codePointAt(0) ?? 32);
      lines.push(head);
      word = word.slice(head.length);
    }
    line = word;
  }
  if (line !== "") lines.push(line);
  return lines;
}
