/** Pieces of patterns over blanked source. No two of them take the same white space in turn: that takes a square of time. */

export interface Found {
  readonly says: string;
  /** Where in the source, from 0. */
  readonly at: number;
}

export const NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";

export const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

/** A variable of this name: no part of a longer name, no property. */
export const variable = (name: string): string =>
  `(?<![\\p{L}\\p{N}_$.])${escaped(name)}(?![\\p{L}\\p{N}_$])`;

/** An assignment that needs no value before it, behind what it is made to. */
export const ASSIGNED = "(?:[?|&]{2})?=(?![=>])";

/** An assignment that changes the value that is there. */
export const GROWN = "(?:\\+|-|\\*\\*?|/)=";

export const pattern = (text: string, flags = "u"): RegExp => new RegExp(text, flags);

export const has = (code: string, text: string): boolean => pattern(text).test(code);
