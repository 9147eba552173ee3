/** Whole numbers: rounded another way, shifted with a sign, multiplied beyond what a number can hold. */
import { isSign, isWord } from "../reading.ts";
import { placed } from "../slip.ts";
import { endOfBracket, startOfBracket } from "../tokens.ts";
import { inserted, replaced, type Search } from "./mend.ts";

/** `Math.round(…)` */
const roundedUp: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  if (!/^(?:round|ceil)$/.test(word) || !isSign(tokens[i - 1], ".") || !isWord(tokens[i - 2], "Math"))
    return undefined;
  return {
    id: "rounded-otherwise",
    says: `Math.${word} rounds ${word === "ceil" ? "up" : "to the nearest whole number"}; rounded down is Math.floor.`,
    ifRight: true,
    edits: [replaced(tokens[i], "floor")],
    ...placed(source, tokens[i - 2]),
  };
};

/** `a >> 15` */
const signedShift: Search = ({ source, tokens }, i) =>
  isSign(tokens[i], ">>")
    ? {
        id: "signed-shift",
        says: ">> takes the first of 32 bits for a sign and keeps it: without a sign a shift is written >>>.",
        edits: tokens.filter((token) => isSign(token, ">>")).map((token) => replaced(token, ">>>")),
        ...placed(source, tokens[i]),
      }
    : undefined;

/** `(a ^ b) * (c | 1)` */
const roundedProduct: Search = ({ source, tokens }, i) => {
  if (!isSign(tokens[i], "*") || !isSign(tokens[i - 1], ")") || !isSign(tokens[i + 1], "(")) return undefined;
  const end = endOfBracket(tokens, i + 1);
  const begin = startOfBracket(tokens, i - 1);
  const bits = tokens
    .slice(begin, end)
    .some((token) => token.kind === "sign" && /^(?:[|^&]|>>>?)$/.test(token.text));
  if (begin < 0 || !bits) return undefined;
  return {
    id: "rounded-product",
    says: "A product of two numbers of 32 bits is too long for a number, which drops its last bits: Math.imul(x, y) keeps them.",
    edits: [
      inserted(tokens[begin]?.at ?? 0, "Math.imul("),
      replaced(tokens[i], ","),
      inserted(tokens[end]?.end ?? 0, ")"),
    ],
    ...placed(source, tokens[i]),
  };
};

export const wholeNumberMends: readonly Search[] = [roundedUp, signedShift, roundedProduct];

/** What is mended wherever it stands. */
export const wholeNumbersEverywhere: readonly Search[] = [signedShift];
