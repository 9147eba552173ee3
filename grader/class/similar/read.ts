/** A submission read closely: its tokens, and where each of them is. */
import { File as DolosFile, Region, TokenizedFile } from "@dodona/dolos-core";
import { type Token, tokensOf } from "./tokens.ts";

export interface Read {
  readonly folder: string;
  readonly lines: readonly string[];
  readonly tokens: readonly Token[];
  readonly file: TokenizedFile;
}

/** Undefined for what is no program. */
export function readOf(folder: string, source: string): Read | undefined {
  const text = source.replace(/\r\n?/g, "\n");
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const lines = text.split("\n");
  const rows = rowsOf(lines, tokens);
  const file = new TokenizedFile(
    new DolosFile(folder, text),
    tokens.map(({ kind }) => kind),
    rows.map((row, i) => new Region(row, i, row, i + 1)),
  );
  return { folder, lines, tokens, file };
}

/** The line of each token, from 0. Tokens come in the order of the text. */
function rowsOf(lines: readonly string[], tokens: readonly Token[]): readonly number[] {
  let row = 0;
  let end = lines[0]?.length ?? 0;
  return tokens.map(({ from }) => {
    while (from > end && row < lines.length - 1) end += 1 + lines[++row]!.length;
    return row;
  });
}
