import { typingErrors } from "../judge/typing-errors.ts";

/** The name that is the fewest typing errors away, if that is few enough to have been meant. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.floor(Math.max(3, typed.length) / 3) + 1;
  for (const name of names) {
    const distance = typingErrors(typed.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
