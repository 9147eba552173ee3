/** Sums that go on from what a turn before has left, and parts of lists that end too early. */
import { isSign, isWord } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { braceAround, endOfBracket } from "../tokens.ts";
import { inserted, type Search } from "./mend.ts";

/** `let s = 0` before a loop whose turns each have a sum of their own. */
const neverReset: Search = ({ source, tokens }, i) => {
  const [name, sign, value] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (!isWord(tokens[i], "let") || name?.kind !== "name" || !isSign(sign, "=") || value?.kind !== "number")
    return undefined;
  const own = braceAround(tokens, i);
  for (let j = i + 4; j < tokens.length && j <= endOf(own); j++) {
    const opens = isSign(tokens[j], "{") && (isSign(tokens[j - 1], ")") || isSign(tokens[j - 1], "=>"));
    if (!opens || braceAround(tokens, j) !== own) continue;
    const end = endOfBracket(tokens, j);
    const grows = tokens
      .slice(j, end)
      .some(
        (token, k) => token.text === name.text && /^(?:[-+*]=|\+\+)$/.test(tokens[j + k + 1]?.text ?? ""),
      );
    if (!grows) continue;
    return {
      id: "never-reset",
      says: `${shown(name.text)} is set to ${value.text} once, and each turn goes on from what the turn before has left: set it at the beginning of each turn.`,
      ifRight: true,
      edits: [inserted(tokens[j]?.end ?? 0, ` ${name.text} = ${value.text};`)],
      ...placed(source, tokens[i]),
    };
  }
  return undefined;

  function endOf(brace: number): number {
    return brace < 0 ? tokens.length - 1 : endOfBracket(tokens, brace);
  }
};

/** `x.slice(a, b - 1)` */
export const sliceTooShort: Search = ({ source, tokens }, i) => {
  if (!isWord(tokens[i], "slice") || !isSign(tokens[i - 1], ".") || !isSign(tokens[i + 1], "("))
    return undefined;
  const close = endOfBracket(tokens, i + 1);
  const [minus, one] = [tokens[close - 2], tokens[close - 1]];
  if (!isSign(minus, "-") || one?.text !== "1") return undefined;
  return {
    id: "slice-too-short",
    says: "slice(a, b) ends before b, so that - 1 leaves one more out: leave the - 1 out.",
    ifRight: true,
    edits: [{ at: minus?.at ?? 0, end: one.end, text: "" }],
    ...placed(source, tokens[i]),
  };
};

export const sumMends: readonly Search[] = [neverReset];
