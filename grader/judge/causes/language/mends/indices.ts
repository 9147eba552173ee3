/** Indices the wrong way round or one off, and transposes that are missing or one too many. */
import type { CauseKind } from "../../../../verdict/verdict.ts";
import { declaredIn } from "../outline.ts";
import { isSign, parted } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { inserted, replaced, type Search, textOf } from "./mend.ts";

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

/** Whether brackets behind this token take an entry. */
const takesEntry = (before: Token | undefined, open: Token | undefined): boolean =>
  isSign(open, "[") && (before?.kind === "name" || isSign(before, "]") || isSign(before, "!"));

/** `x[j]` for `x[j - 1]` or `x[j + 1]` */
const shifted: Search = ({ source, tokens }, i) => {
  const [before, open, index, sign, one, close] = tokens.slice(i, i + 6);
  if (!takesEntry(before, open) || index?.kind !== "name" || one?.text !== "1") return undefined;
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

/** The name that stands alone in the brackets behind a token. */
const indexAt = (tokens: readonly Token[], i: number): string | undefined =>
  takesEntry(tokens[i], tokens[i + 1]) && tokens[i + 2]?.kind === "name" && isSign(tokens[i + 3], "]")
    ? tokens[i + 2]?.text
    : undefined;

/** Where entries are taken by a name alone, those of one list by one name together, by the first of them. */
interface Taken {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<number, readonly number[]>;
}

const taken = new WeakMap<readonly Token[], Taken>();

function takenIn(tokens: readonly Token[]): Taken {
  const before = taken.get(tokens);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const places = new Map<string, number[]>();
  for (const [i, { kind: before, text }] of tokens.entries()) {
    const index = indexAt(tokens, i);
    if (index === undefined) continue;
    names.add(index);
    const key = before === "name" ? `${text}[${index}` : `${i}`;
    const same = places.get(key);
    if (same === undefined) places.set(key, [i]);
    else same.push(i);
  }
  const found = { names: [...names], places: new Map([...places.values()].map((all) => [all[0] ?? 0, all])) };
  taken.set(tokens, found);
  return found;
}

/** `b[i]` for `b[j]`, wherever `b[i]` stands; j is one of the other indices of the file. */
const otherIndex =
  (which: number): Search =>
  ({ source, tokens }, i) => {
    const { names, places } = takenIn(tokens);
    const [index, other, all] = [indexAt(tokens, i), names[which], places.get(i)];
    if (all === undefined || other === undefined || other === index) return undefined;
    const name = tokens[i]?.kind === "name" ? shown(tokens[i]?.text ?? "") : "…";
    return {
      id: "index-of-another",
      kind,
      says: `${name}[${index}] takes another entry than the one that is meant: write ${name}[${other}].`,
      ifRight: true,
      edits: all.map((at) => replaced(tokens[at + 2], other)),
      ...placed(source, tokens[i]),
    };
  };

const TRANSPOSE = /^(?:t|transposed?|transponier\p{L}*|mat_?transpose|transposematrix)$/iu;
const PRODUCT = /^(?:product|mat_?(?:mul|prod|product|multiply|rix\p{L}*)|multiply|mult?|dot|prod|mm)$/iu;

/** `product(A, B)` for `product(transpose(A), B)`, or for one with B transposed. */
const missing =
  (isSecond: boolean): Search =>
  ({ source, tokens }, i) => {
    if (!isProduct(tokens, i)) return undefined;
    const by = transposeIn(tokens);
    const close = endOfBracket(tokens, i + 1);
    const [comma] = parted(tokens, i + 1, close, ",");
    const [from, to] = isSecond ? [(comma ?? 0) + 1, close - 1] : [i + 2, (comma ?? 0) - 1];
    if (by === undefined || comma === undefined || tokens[from]?.text === by) return undefined;
    const what = textOf({ source, tokens }, from, to);
    return {
      id: "transpose-missing",
      kind,
      says: `A transpose is missing: write ${by}(${what}) in this product.`,
      edits: [inserted(tokens[from]?.at ?? 0, `${by}(`), inserted(tokens[to]?.end ?? 0, ")")],
      ...placed(source, tokens[from]),
    };
  };

const isProduct = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === "name" &&
  isSign(tokens[i + 1], "(") &&
  PRODUCT.test(tokens[i]?.text ?? "") &&
  tokens[i - 1]?.text !== "function";

/** The function of the file that transposes. */
const transposeIn = (tokens: readonly Token[]): string | undefined =>
  declaredIn(tokens).find(({ name, depth }) => depth === 0 && TRANSPOSE.test(name))?.name;

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

export const indexMends: readonly Search[] = [shifted, missing(false), missing(true), tooMany, exchanged];

/** Tried last: there are many. */
export const indexChanges: readonly Search[] = [0, 1, 2, 3, 4].map(otherIndex);
