/**
 * Characters that are not seen, or that turn what is seen around: what is read has to be what is shown.
 */
import { Misread } from "./misread.ts";

/** Marks that turn the direction of writing: behind them a formula looks like another one. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Characters without a look, as they come along with copied text. They are taken as if they were not there. */
const UNSEEN = /\u00ad|\u034f|[\u200b-\u200d]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n\f\v]/g;

/**
 * The text with plain spaces and without what nobody sees. Places stay: what is left out becomes a space.
 *
 * @throws Misread for control characters and for marks that turn the direction of writing
 */
export function plainCharacters(text: string): string {
  const plain = text.replace(SPACES, " ").replace(UNSEEN, " ");
  for (const [k, character] of [...plain.matchAll(/./gsu)].map((m) => [m.index, m[0]] as const))
    if (TURNING.test(character) || (character < " " && character !== " ") || character === "\u007f")
      throw new Misread(
        `an invisible character (${codeOf(character)}) stands at place ${k + 1}: delete the line and type it anew`,
        k,
        k + 1,
      );
  return plain;
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
