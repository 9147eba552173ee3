/** Indices and exponents: in small letters where Unicode has them and they can be read, and after _ or ^ elsewhere. */
import { LOWERED, RAISED } from "./signs.ts";

/** Longer ones are hard to read small. */
const LONGEST = 5;

export const lowered = (text: string): string => small(text, LOWERED) ?? `_${inGroup(text)}`;

export const raised = (text: string): string =>
  /^[′ ]+$/.test(text)
    ? text.replaceAll(" ", "").replaceAll("′′", "″")
    : (small(text, RAISED) ?? `^${inGroup(text)}`);

function small(text: string, signs: ReadonlyMap<string, string>): string | undefined {
  const letters = [...text.replaceAll(" ", "")];
  const nested = /[()]/.test(text.replace(/^\(([^()]*)\)$/, "$1"));
  if (letters.length > LONGEST || nested) return undefined;
  const found = letters.map((sign) => signs.get(sign));
  return found.includes(undefined) ? undefined : found.join("");
}

const inGroup = (text: string): string => {
  const tight = text.replace(/ ?… ?/g, "…");
  return /^[\p{L}\p{M}\p{N}]+$|^\([^()]*\)$|^\[[^[\]]*\]$/u.test(tight) ? tight : `(${tight})`;
};
