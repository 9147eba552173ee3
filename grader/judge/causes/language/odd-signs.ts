/** Signs that look like those of the language and are others: from a word processor, a PDF or another keyboard. */
import { placed, type Slip } from "./slip.ts";
import { positionOf, type Token } from "./tokens.ts";

/** What they are called, and what is typed in their place. */
const ODD: readonly (readonly [signs: string, called: string, type: string])[] = [
  ["−", "a minus from a text", "-"],
  ["–—", "a dash", "-"],
  ["‐", "a hyphen from a text", "-"],
  ["×·⋅∗", "a sign for products", "*"],
  ["÷∕", "a sign for quotients", "/"],
  ["≤", "a sign for comparisons", "<="],
  ["≥", "a sign for comparisons", ">="],
  ["≠", "a sign for comparisons", "!=="],
  ["“”„«»", "a quotation mark from a text", '"'],
  ["‘’", "a quotation mark from a text", "'"],
  ["´", "an accent", "'"],
  ["²", "a power from a text", "** 2"],
  ["³", "a power from a text", "** 3"],
  ["½", "a fraction from a text", "0.5"],
  ["√", "a root from a text", "Math.sqrt(…)"],
  ["∑", "a sum from a text", "a loop"],
  ["∞", "a sign for infinity", "Infinity"],
  ["→⇒", "an arrow from a text", "=>"],
  ["…", "three dots in one", "..."],
  ["\u037e", "a Greek question mark", ";"],
];

/** The first of them in a line that does not compile. */
export function oddSign(source: string, tokens: readonly Token[]): Slip | undefined {
  for (const token of tokens) {
    if (token.kind !== "sign") continue;
    const char = String.fromCodePoint(source.codePointAt(token.at) as number);
    const odd = ODD.find(([signs]) => signs.includes(char)) ?? wide(char);
    if (odd === undefined) {
      if (!isHidden(char)) continue;
      const says = `Line ${positionOf(source, token.at).line} holds a character that nobody sees (${codeOf(char)}), as copies from web pages do: type the line anew.`;
      return { id: "odd-sign", says, ...placed(source, token) };
    }
    const [, called, type] = odd;
    const says = `${char} in line ${positionOf(source, token.at).line} is ${called}, not a sign of TypeScript: type ${type} in its place.`;
    return { id: "odd-sign", says, ...placed(source, token) };
  }
  return undefined;
}

/** Signs as wide as a Chinese one stand 0xFEE0 behind those that are meant. */
const wide = (char: string): (typeof ODD)[number] | undefined =>
  /[！-～]/.test(char) ? [char, "a wide sign", String.fromCharCode(char.charCodeAt(0) - 0xfee0)] : undefined;

/** Marks without width, and controls. */
const isHidden = (char: string): boolean => /[\p{Cf}\p{Cc}\p{Mn}]/u.test(char);

const codeOf = (char: string): string =>
  `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
