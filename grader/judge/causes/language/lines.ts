/** The words and signs of a submission, line by line. */
import type { Token } from "./tokens.ts";

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly tokens: readonly Token[];
  /** Their texts with a space between each, and at both ends. */
  readonly words: string;
  /** As it was written. */
  readonly text: string;
}

export function linesOf(source: string, tokens: readonly Token[]): readonly Line[] {
  const texts = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + (source.startsWith("\r\n", at + text.length) ? 2 : 1);
  }
  let next = 0;
  return texts.map((text, i) => {
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const from = next;
    while (next < tokens.length && (tokens[next] as Token).at < end) next++;
    const here = tokens.slice(from, next);
    return { number: i + 1, tokens: here, words: ` ${here.map((token) => token.text).join(" ")} `, text };
  });
}
