/**
 * Keeps an output below its consumer's limit by shortening what is said, never by leaving out a result.
 */
import { byteLength } from "./json-line.ts";

/** Lengths of messages, in code points, from generous to none. */
export const messageLimits: readonly number[] = [2000, 1000, 500, 250, 120, 60, 0];

/** The first text of at most `limit` bytes; the last one if none fits. */
export function firstThatFits(limit: number, texts: Iterable<string>): string {
  let last = "";
  for (const text of texts) {
    last = text;
    if (byteLength(text) <= limit) break;
  }
  return last;
}
