/** Indices the wrong way round or one off, and transposes that are missing or one too many. */
import type { CauseKind } from "../../../../verdict/verdict.ts";
import { declaredIn } from "../outline.ts";
import { isSign, parted } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { inserted, type Mend, replaced, type Search, textOf } from "./mend.ts";

/** These are no slips of the language. */
const kind: CauseKind = "generic";

/** `W[k][j]` for `W[j][k]` */
const exchanged: Search = ({ source, tokens }, i) => {
  if (tokens[i]?.kind !== "name" || !isSign(tokens[i + 1], "[")) return undefined;
  const first = endOfBracket(tokens, i + 1);
  const open = isSign(tokens[first + 1], "!") ? first + 2 : first + 1;
  if (!isSign(tokens[open], "[")) return undefined;
  const second = endOfBracket(tokens, open);
  const text = (from: number, to: number): string => source.slice(tokens[from]?.end, tokens[to]?.at);
  const [a, b] = [text(i + 1, first), text(open, second)];
  if (a === b || a.length + b.length > 60) return undefined;
  const name = shown(tokens[i]?.text ?? "");
  return {
    id: "indices-exchanged",
    kind,
    says: `${name}[${a}][${b}] has its indices the wrong way round: write ${name}[${b}][${a}].`,
    edits: [
      { at: tokens[i + 1]?.end ?? 0, end: tokens[first]?.at ?? 0, text: b },
      { at: tokens[open]?.end ?? 0, end: tokens[second]?.at ?? 0, text: a },
    ],
    ...placed(source, tokens[i]),
  };
};

/** Whether a token stands between the brackets of an `if` or a `while`. */
const isInCondition = (tokens: readonly Token[], i: number): boolean =>
  tokens.some(
    ({ text }, j) =>
      j < i && /^(?:if|while)$/.test(text) && isSign(tokens[j + 1], "(") && i < endOfBracket(tokens, j + 1),
  );

/** `x[j]` for `x[j - 1]` or `x[j + 1]` */
const shifted: Search = ({ source, tokens }, i) => {
  const [before, open, index, sign, one, close] = tokens.slice(i, i + 6);
  const isEntry = before?.kind === "name" || isSign(before, "]") || isSign(before, "!");
  if (!isEntry || !isSign(open, "[") || index?.kind !== "name" || one?.text !== "1") return undefined;
  if (!isSign(close, "]") || !(isSign(sign, "-") || isSign(sign, "+"))) return undefined;
  // In a condition it compares with the entry beside: without it the case is never met, which proves nothing.
  if (isInCondition(tokens, i)) return undefined;
  const name = shown(index.text);
  const where = isSign(sign, "-") ? "before" : "behind";
  return {
    id: "index-off-by-one",
    kind,
    says: `[${name} ${sign?.text} 1] takes the entry ${where} the one that is meant: write [${name}].`,
    edits: [{ at: index.end, end: close?.at ?? 0, text: "" }],
    ...placed(source, index),
  };
};

const TRANSPOSE = /^(?:t|transposed?|transponier\p{L}*|mat_?transpose|transposematrix)$/iu;
const PRODUCT = /^(?:product|mat_?(?:mul|prod|product|multiply|rix\p{L}*)|multiply|mult?|dot|prod|mm)$/iu;

/** `product(A, B)` for `product(transpose(A), B)` */
const missing: Search = ({ source, tokens }, i) => {
  if (!isProduct(tokens, i)) return undefined;
  const by = transposeIn(tokens);
  if (by === undefined) return undefined;
  const close = endOfBracket(tokens, i + 1);
  const [comma] = parted(tokens, i + 1, close, ",");
  if (comma === undefined) return undefined;
  return wrapped(source, tokens, by, i + 2, comma - 1) ?? undefined;
};

const missingInSecond: Search = ({ source, tokens }, i) => {
  if (!isProduct(tokens, i)) return undefined;
  const by = transposeIn(tokens);
  const close = endOfBracket(tokens, i + 1);
  const [comma] = parted(tokens, i + 1, close, ",");
  return by === undefined || comma === undefined
    ? undefined
    : wrapped(source, tokens, by, comma + 1, close - 1);
};

const isProduct = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === "name" &&
  isSign(tokens[i + 1], "(") &&
  PRODUCT.test(tokens[i]?.text ?? "") &&
  tokens[i - 1]?.text !== "function";

/** The function of the file that transposes. */
const transposeIn = (tokens: readonly Token[]): string | undefined =>
  declaredIn(tokens).find(({ name, depth }) => depth === 0 && TRANSPOSE.test(name))?.name;

function wrapped(
  source: string,
  tokens: readonly Token[],
  by: string,
  from: number,
  to: number,
): Mend | undefined {
  if (tokens[from]?.text === by) return undefined;
  const what = textOf({ source, tokens }, from, to);
  return {
    id: "transpose-missing",
    kind,
    says: `A transpose is missing: write ${by}(${what}) in this product.`,
    edits: [inserted(tokens[from]?.at ?? 0, `${by}(`), inserted(tokens[to]?.end ?? 0, ")")],
    ...placed(source, tokens[from]),
  };
}

/** `transpose(A)` for `A` */
const tooMany: Search = ({ source, tokens }, i) => {
  const name = tokens[i]?.text ?? "";
  if (tokens[i]?.kind !== "name" || !TRANSPOSE.test(name) || !isSign(tokens[i + 1], "(")) return undefined;
  if (tokens[i - 1]?.text === "function") return undefined;
  const close = endOfBracket(tokens, i + 1);
  const what = textOf({ source, tokens }, i + 2, close - 1);
  return {
    id: "transpose-too-many",
    kind,
    says: `One transpose is too many: write ${what} in place of ${name}(${what}).`,
    edits: [replaced(tokens[i], "(", tokens[i + 1])],
    ...placed(source, tokens[i]),
  };
};

export const indexMends: readonly Search[] = [shifted, missing, missingInSecond, tooMany, exchanged];
