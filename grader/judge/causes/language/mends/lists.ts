/** What beginners expect of lists, and what lists do. */
import { isSign, isWord, parted } from "../reading.ts";
import { placed, shown } from "../slip.ts";
import { endOfBracket, type Token } from "../tokens.ts";
import { inserted, replaced, type Search } from "./mend.ts";

/** Whether a method of this name is called here. */
const isCall = (tokens: readonly Token[], i: number, name: string): boolean =>
  isWord(tokens[i], name) && isSign(tokens[i - 1], ".") && isSign(tokens[i + 1], "(");

/** `fill(row)`, `fill([])`, `fill(new Array(m).fill(0))` */
const sharedRow: Search = ({ source, tokens }, i) => {
  if (!isCall(tokens, i, "fill")) return undefined;
  const close = endOfBracket(tokens, i + 1);
  const first = tokens[i + 2];
  const isPlain = close === i + 3 && first?.kind === "number";
  if (isPlain || close <= i + 2 || isSign(first, "-")) return undefined;
  const row = source.slice(first?.at, tokens[close - 1]?.end);
  return {
    id: "rows-shared",
    says: `fill puts one and the same list into every place: make a new one for each, Array.from({ length: k }, () => …).`,
    edits: [replaced(tokens[i + 1], `(0).map(() => (${row}).slice())`, tokens[close])],
    ...placed(source, tokens[i]),
  };
};

/** `reduce(f)` */
const noStart: Search = ({ source, tokens }, i) => {
  if (!isCall(tokens, i, "reduce")) return undefined;
  const close = endOfBracket(tokens, i + 1);
  if (parted(tokens, i + 1, close, ",").length > 0) return undefined;
  return {
    id: "reduce-without-start",
    says: "reduce without a start begins with the first entry as it is, and hands over only the others: write reduce(…, 0).",
    edits: [inserted(tokens[close]?.at ?? 0, ", 0")],
    ...placed(source, tokens[i]),
  };
};

/** `sort()` */
const sortedAsText =
  (comparison: string, order: string): Search =>
  ({ source, tokens }, i) => {
    if (!isCall(tokens, i, "sort") || !isSign(tokens[i + 2], ")")) return undefined;
    return {
      id: "sorted-as-text",
      says: `sort() compares numbers as texts, 10 before 9: write sort(${comparison}) for ${order} order.`,
      edits: [inserted(tokens[i + 2]?.at ?? 0, comparison)],
      ...placed(source, tokens[i]),
    };
  };

/** `new Array(n).map(…)` */
const noEntries: Search = ({ source, tokens }, i) => {
  if (!isWord(tokens[i], "Array") || !/^[(<]$/.test(tokens[i + 1]?.text ?? "")) return undefined;
  let open = i + 1;
  while (open < i + 8 && !isSign(tokens[open], "(")) open++;
  const close = endOfBracket(tokens, open);
  const method = tokens[close + 2];
  if (!isSign(tokens[close + 1], ".") || !/^(?:map|forEach)$/.test(method?.text ?? "")) return undefined;
  return {
    id: "list-without-entries",
    says: `new Array(n) has no entries yet that ${method?.text} could visit: write new Array(n).fill(0).${method?.text}(…).`,
    edits: [inserted(tokens[close]?.end ?? 0, ".fill(0)")],
    ...placed(source, tokens[i]),
  };
};

/** `return x.forEach(…)` */
const forEachForMap: Search = ({ source, tokens }, i) =>
  isCall(tokens, i, "forEach") && (isWord(tokens[i - 3], "return") || isSign(tokens[i - 3], "="))
    ? {
        id: "for-each-for-map",
        says: "forEach gives back nothing: to make a list of the results, write map.",
        edits: [replaced(tokens[i], "map")],
        ...placed(source, tokens[i]),
      }
    : undefined;

/** `x.map((v) => { v * 2 })` */
const nothingReturned: Search = ({ source, tokens }, i) => {
  if (!isSign(tokens[i], "=>") || !isSign(tokens[i + 1], "{") || !givesBack(tokens, i)) return undefined;
  const close = endOfBracket(tokens, i + 1);
  if (tokens.slice(i + 2, close).some((token) => isWord(token, "return"))) return undefined;
  const ends = parted(tokens, i + 1, close, ";").filter((at) => at < close - 1);
  const last = ends.length === 0 ? i + 2 : (ends[ends.length - 1] as number) + 1;
  const first = tokens[last];
  const isValue = first?.kind !== "sign" || /^[-([]$/.test(first.text);
  const sets = tokens
    .slice(last, close)
    .some(({ kind, text }) => kind === "sign" && /^(?:[-+*/]?=|\+\+|--)$/.test(text));
  if (last >= close || !isValue || sets || /^(?:const|let|var|for|if|while|throw)$/.test(first?.text ?? ""))
    return undefined;
  return {
    id: "arrow-without-return",
    says: "Behind => { a value has to be returned: write return in front of it, or leave the braces out.",
    edits: [inserted(first?.at ?? 0, "return ")],
    ...placed(source, first),
  };
};

/** Whether what an arrow gives back is made use of. */
function givesBack(tokens: readonly Token[], arrow: number): boolean {
  let open = arrow - 1;
  for (let depth = 0; open >= 0 && open > arrow - 40; open--) {
    if (isSign(tokens[open], ")")) depth++;
    else if (isSign(tokens[open], "(") && --depth <= 0) break;
  }
  return isSign(tokens[open - 1], "=") || /^(?:map|reduce|filter|from)$/.test(tokens[open - 2]?.text ?? "");
}

/** `out = out.push(v)` */
const pushed: Search = ({ source, tokens }, i) => {
  const name = tokens[i]?.text ?? "";
  const isIt =
    tokens[i]?.kind === "name" &&
    isSign(tokens[i + 1], "=") &&
    isWord(tokens[i + 2], name) &&
    isCall(tokens, i + 4, "push");
  return isIt
    ? {
        id: "push-gives-a-length",
        says: `push gives back the new length, not the list: write ${shown(name)}.push(…) alone.`,
        edits: [{ at: tokens[i]?.at ?? 0, end: tokens[i + 2]?.at ?? 0, text: "" }],
        ...placed(source, tokens[i]),
      }
    : undefined;
};

/** `x[x.length]` */
const behindTheLast: Search = ({ source, tokens, lengths }, i) => {
  const name = tokens[i]?.text ?? "";
  const isIt =
    tokens[i]?.kind === "name" &&
    isSign(tokens[i + 1], "[") &&
    isWord(tokens[i + 2], name) &&
    isWord(tokens[i + 4], "length") &&
    isSign(tokens[i + 5], "]");
  const length = lengths.get(name);
  const reads = length === undefined ? "does not exist" : `is ${shown(name)}[${length}] of ${length} entries`;
  return isIt
    ? {
        id: "behind-the-last",
        says: `${shown(name)}[${shown(name)}.length] ${reads}: the last one is ${shown(name)}[${shown(name)}.length - 1].`,
        edits: [inserted(tokens[i + 4]?.end ?? 0, " - 1")],
        ...placed(source, tokens[i]),
      }
    : undefined;
};

/** `(i, v) =>` in map, `(v, sum) =>` in reduce. */
const parametersTurned: Search = ({ source, tokens }, i) => {
  const method = tokens[i]?.text ?? "";
  if (!["map", "forEach", "reduce"].some((name) => isCall(tokens, i, name)) || !isSign(tokens[i + 2], "("))
    return undefined;
  const close = endOfBracket(tokens, i + 2);
  const [comma, ...more] = parted(tokens, i + 2, close, ",");
  const [a, b] = [tokens[i + 3], comma === undefined ? undefined : tokens[comma + 1]];
  const isTurned =
    method === "reduce"
      ? /^(?:s|a|acc|sum|total|prev|t)$/.test(b?.text ?? "")
      : /^(?:i|j|k|l|n|index|idx)$/.test(a?.text ?? "");
  if (!isTurned) return undefined;
  if (
    comma === undefined ||
    more.length > 0 ||
    a?.kind !== "name" ||
    b?.kind !== "name" ||
    !isSign(tokens[close + 1], "=>")
  )
    return undefined;
  const order = method === "reduce" ? "what was summed so far, then the entry" : "the entry, then its place";
  return {
    id: "callback-parameters-turned",
    says: `${method} hands over ${order}: write (${shown(b.text)}, ${shown(a.text)}) => ….`,
    edits: [replaced(a, b.text), replaced(b, a.text)],
    ...placed(source, a),
  };
};

const COPY: Readonly<Record<string, string>> = { sort: "slice().", reverse: "slice().", splice: "slice()." };

/** Whether a token is the first of a statement, with semicolons or without. */
const beginsStatement = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  if (before === undefined || /^[;{})]$/.test(before.text)) return true;
  return tokens[i]?.isFirst === true && (before.kind !== "sign" || before.text === "]");
};

/**
 * `return x.sort(…)`, which changes x. Where nothing takes the answer, as in `x.sort(…);`, to change x is what is meant,
 * and a copy would only undo it.
 */
const changesItself: Search = ({ source, tokens }, i) => {
  const method = tokens[i]?.text ?? "";
  if (!Object.hasOwn(COPY, method) || !isCall(tokens, i, method) || tokens[i - 2]?.kind !== "name")
    return undefined;
  if (beginsStatement(tokens, i - 2)) return undefined;
  const name = shown(tokens[i - 2]?.text ?? "");
  return {
    id: "method-changes-the-list",
    says: `${method} changes the list itself: write ${name}.slice().${method}(…), which works on a copy.`,
    edits: [inserted(tokens[i]?.at ?? 0, "slice().")],
    ...placed(source, tokens[i]),
  };
};

/** `const c = init`, `[...init]` and `init.slice()`: names and copies of a list whose rows stay the same. */
const noCopy: Search = ({ source, tokens }, i) => {
  if (!isSign(tokens[i], "=") || tokens[i - 1]?.kind !== "name") return undefined;
  const at = isSign(tokens[i + 1], "[") && isSign(tokens[i + 2], "...") ? i + 3 : i + 1;
  const name = tokens[at]?.text ?? "";
  if (tokens[at]?.kind !== "name") return undefined;
  const isSpread = at === i + 3 && isSign(tokens[at + 1], "]");
  const isSlice =
    isSign(tokens[at + 1], ".") && isWord(tokens[at + 2], "slice") && isSign(tokens[at + 4], ")");
  const last = isSpread ? at + 1 : isSlice ? at + 4 : at;
  const ends = isSign(tokens[last + 1], ";") || tokens[last + 1]?.isFirst === true;
  if (!ends) return undefined;
  const copy = `${name}.map((row) => (Array.isArray(row) ? row.slice() : row))`;
  const says =
    last === at
      ? `${shown(tokens[i - 1]?.text ?? "")} = ${shown(name)} makes no copy, only another name for the same list: write ${shown(name)}.slice(), and for a matrix ${shown(name)}.map((row) => row.slice()).`
      : `The rows of this copy are still those of ${shown(name)}: copy them, too, with ${shown(name)}.map((row) => row.slice()).`;
  return {
    id: "no-copy",
    says,
    edits: [replaced(tokens[i + 1], copy, tokens[last])],
    ...placed(source, tokens[i + 1]),
  };
};

const NARROW = /^(?:Float32Array|Int(?:8|16|32)Array|Uint(?:8|16|32|8Clamped)Array)$/;

/** `new Float32Array(n)`, `Math.fround(x)` */
const narrow: Search = ({ source, tokens }, i) => {
  const word = tokens[i]?.text ?? "";
  if (!NARROW.test(word) && word !== "fround") return undefined;
  const isWhole = /Int/.test(word);
  const edits = tokens.flatMap((token, j) =>
    NARROW.test(token.text)
      ? [replaced(token, "Float64Array")]
      : token.text === "fround" && isSign(tokens[j - 1], ".")
        ? [{ at: tokens[j - 2]?.at ?? 0, end: token.end, text: "" }]
        : [],
  );
  return {
    id: isWhole ? "whole-numbers-only" : "single-precision",
    says: isWhole
      ? `${word} holds whole numbers alone: write a plain list, or Float64Array.`
      : `${word === "fround" ? "Math.fround" : word} keeps seven digits of sixteen: numbers here are doubles, write a plain list or Float64Array.`,
    edits,
    ...placed(source, tokens[i]),
  };
};

export const listMends: readonly Search[] = [
  sharedRow,
  noStart,
  narrow,
  noEntries,
  nothingReturned,
  pushed,
  behindTheLast,
  sortedAsText("(a, b) => a - b", "ascending"),
  sortedAsText("(a, b) => b - a", "descending"),
  changesItself,
  noCopy,
  parametersTurned,
  forEachForMap,
];

/** What is mended wherever it stands. */
export const listsEverywhere: readonly Search[] = [narrow];
