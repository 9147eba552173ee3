/** A submission read closely: its tokens, and the line of each. A class has hundreds of them in memory at once. */
import { tokensOf } from "./tokens.ts";

export interface Read {
  readonly folder: string;
  readonly lines: readonly string[];
  /** The kind of each token. */
  readonly kinds: readonly string[];
  /** The line of each token, from 0. */
  readonly rows: Uint32Array;
}

/** Undefined for what is no program. */
export function readOf(folder: string, source: string): Read | undefined {
  const text = source.replace(/\r\n?/g, "\n");
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const lines = text.split("\n");
  const rows = new Uint32Array(tokens.length);
  let row = 0;
  let end = lines[0]?.length ?? 0;
  // Tokens come in the order of the text.
  for (const [i, { from }] of tokens.entries()) {
    while (from > end && row < lines.length - 1) end += 1 + lines[++row]!.length;
    rows[i] = row;
  }
  return { folder, lines, kinds: tokens.map(({ kind }) => kind), rows };
}
