/** The symbols of a page as its figures show them: by the same colour and line as in its formulas. */
import { isWord, standingAlone } from "./standing-alone.ts";

/** A symbol of the page: its number there, and its look if it is a principal one. */
export interface Look {
  readonly s: number;
  readonly look?: number | undefined;
}

/** A piece of a text, and the symbol that it names, if it names one. */
export type Part = readonly [words: string, look?: Look | undefined];

export interface Looks {
  /** By the names that figures call symbols by. */
  readonly named: ReadonlyMap<string, Look>;
  /** A text in pieces: each principal symbol that it names is one of its own. */
  split(text: string): readonly Part[];
}

/** @param named names as they are declared, and as a text writes them */
export function looksOf(named: ReadonlyMap<string, Look>): Looks {
  const written = [...named].filter(([name, { look }]) => look !== undefined && !/[\\^_]/.test(name));
  const alone = written.length === 0 ? undefined : standingAlone(written.map(([name]) => name));
  const split = (text: string): readonly Part[] => {
    if (alone === undefined) return [[text]];
    // A letter that is a word, too, is a symbol among symbols, and before a sign: "A: drag", "a − y".
    const hasWords = /\p{L}\p{Ll}/u.test(text);
    const parts = text.normalize("NFC").split(alone);
    return parts
      .map((part, i, { [i + 1]: behind = "" }): Part => {
        const isMeant = !isWord(part) || !hasWords || /^(?:[₀-₉ᵢⱼₖᵀ]| ?[:=,·−+/|)])/.test(behind);
        return i % 2 === 1 && isMeant ? [part, named.get(part)] : [part];
      })
      .filter(([words]) => words !== "");
  };
  return { named, split };
}

export const NO_LOOKS = looksOf(new Map());

/** What an element carries that shows a symbol. */
export const lookAttributes = (found: Look | undefined): Readonly<Record<string, number>> =>
  found === undefined
    ? {}
    : { "data-s": found.s, ...(found.look === undefined ? {} : { "data-look": found.look }) };

/** The looks as an attribute of a figure, and back: number, look or 0, and name of each symbol. */
export const looksText = ({ named }: Looks): string =>
  [...named].map(([name, { s, look = 0 }]) => `${s} ${look} ${name}`).join("|");

export function looksFrom(text: string): Looks {
  const symbols = text.matchAll(/(\d+) (\d+) ([^|]+)/g);
  return looksOf(
    new Map(
      [...symbols].map(([, s, look, name = ""]) => [name, { s: Number(s), look: Number(look) || undefined }]),
    ),
  );
}
