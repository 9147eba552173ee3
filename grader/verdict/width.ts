/**
 * Text as a terminal sees it: how wide it is, and how to clean, cut and wrap it.
 */

const ZERO = /[\p{Mn}\p{Me}]/u;
const EMOJI = /\p{Emoji_Presentation}/u;

/** First and last code point of the ranges that take two columns (East Asian wide and fullwidth). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function widthOfCharacter(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (ZERO.test(character)) return 0;
  return EMOJI.test(character) || WIDE.some(([low, high]) => point >= low && point <= high) ? 2 : 1;
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
