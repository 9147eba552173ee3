/**
 * A slip that can be mended in the text: the program with the mend is run, and only where that makes it right is the
 * slip the cause.
 */
import type { CauseKind } from "../../../../verdict/verdict.ts";
import { type Slip, shown } from "../slip.ts";
import type { Token } from "../tokens.ts";

/** A piece of the source, from and to, and what stands there in its place. */
export interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

export interface Mend extends Slip {
  /** A slip of the language, unless it says another. */
  readonly kind?: CauseKind;
  readonly edits: readonly Edit[];
  /** Told only where the program is right with it: that it goes on proves nothing. */
  readonly ifRight?: true;
}

/** What a search for slips looks at. */
export interface Reading {
  readonly source: string;
  readonly tokens: readonly Token[];
  /** How many entries a list has in the call that is shown, by the name that the submission gives it. */
  readonly lengths: ReadonlyMap<string, number>;
}

/** Mends of one kind that begin at a token. */
export type Search = (reading: Reading, i: number) => Mend | undefined;

/** What stands in the place of a token, or of all from it to another. */
export const replaced = (token: Token | undefined, text: string, last = token): Edit => ({
  at: token?.at ?? 0,
  end: last?.end ?? 0,
  text,
});

/** What stands from one token to another, in one line, as far as a sentence has room for it. */
export const textOf = (
  { source, tokens }: Pick<Reading, "source" | "tokens">,
  from: number,
  to: number,
): string => shown(source.slice(tokens[from]?.at, tokens[to]?.end).replace(/\s+/g, " "));

export const inserted = (at: number, text: string): Edit => ({ at, end: at, text });

/** A source with its edits made. */
export function withEdits(source: string, edits: readonly Edit[]): string {
  let text = source;
  for (const { at, end, text: piece } of [...edits].sort((a, b) => b.at - a.at))
    text = text.slice(0, at) + piece + text.slice(end);
  return text;
}
