/** A slip of the language: what happened to somebody who is new to TypeScript, in a sentence with its mend. */
import type { Cause } from "../../../verdict/verdict.ts";
import { type Position, positionOf, type Token } from "./tokens.ts";

export interface Slip extends Partial<Position> {
  readonly id: string;
  readonly says: string;
}

/** A slip as a cause: on how many of how many cases it was seen; one of one where it is about the file. */
export const causeOfSlip = ({ id, says }: Slip, matched = 1, of = matched): Cause => ({
  id,
  kind: "language",
  says,
  matched,
  of,
});

/** The place of a slip. */
export const placed = (source: string, token: Token | undefined): Partial<Position> =>
  token === undefined ? {} : positionOf(source, token.at);

/** A word of a submission as a sentence shows it: never longer than this. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** How a function is written here, as far as its name and its arguments go. */
export const signatureOf = (name: string, parameters: readonly string[]): string =>
  `export function ${name}(${parameters.join(", ")}) { … }`;
