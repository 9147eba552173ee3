/**
 * Marks the declared symbols of a formula, so that the page can light up all places of one.
 *
 * The marks go into the LaTeX, around a letter with its accent and its labels; the places are those of KaTeX's parse
 * tree, so that `e` in `\hat e` is one and the `e` of `\frac` is none.
 */
import katex from "katex";
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { symbolsIn } from "../../../grader/derivation/symbols-in.ts";
import { lookOf } from "./look-of.ts";

interface Node {
  readonly type: string;
  readonly loc?: { readonly start: number; readonly end: number };
  readonly [field: string]: unknown;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly symbol: Declared;
}

const parse = (katex as unknown as { __parse: (tex: string, options: object) => Node[] }).__parse;

/**
 * The formula with `{\htmlData{s=3}{…}}` around each place of the page's fourth symbol, and with `look=1` where that is
 * the first of its principal ones. The outer braces keep an
 * index that stands without any one argument.
 *
 * @throws KaTeX's error where the formula cannot be read
 */
export function markSymbols(tex: string, page: Page): string {
  const spans: Span[] = [];
  walk(parse(tex, { displayMode: true, strict: "ignore" }), tex, page, spans);
  const inserts = spans.flatMap(({ start, end, symbol }) => [
    { at: start, text: `{\\htmlData{${dataOf(page, symbol)}}{`, opens: true, length: end - start },
    { at: end, text: "}}", opens: false, length: end - start },
  ]);
  // From the end on, so that places stay right; at one place, what is wide opens first and closes last.
  inserts.sort(
    (a, b) =>
      b.at - a.at ||
      Number(b.opens) - Number(a.opens) ||
      (a.opens ? a.length - b.length : b.length - a.length),
  );
  return inserts.reduce((text, { at, text: put }) => text.slice(0, at) + put + text.slice(at), tex);
}

function dataOf(page: Page, symbol: Declared): string {
  const look = lookOf(page, symbol);
  return `s=${page.symbols.indexOf(symbol)}${look === undefined ? "" : `, look=${look}`}`;
}

function walk(part: unknown, tex: string, page: Page, into: Span[]): void {
  if (Array.isArray(part)) {
    for (const each of part) walk(each, tex, page, into);
    return;
  }
  if (typeof part !== "object" || part === null || !("type" in part)) return;
  const node = part as Node;
  // A text inside a formula holds no symbols, and a mark would not be allowed there.
  if (node.type === "text" || node.type === "operatorname") return;
  const extent = isNamed(node) ? extentOf(node, tex) : undefined;
  const symbol = extent === undefined ? undefined : symbolAt(tex.slice(...extent), page);
  if (extent !== undefined && symbol !== undefined) {
    into.push({ start: extent[0], end: extent[1], symbol });
    // Indices and powers are symbols of their own; a label such as `out` in the name is none.
    if (node.type === "supsub")
      for (const label of [node.sup, node.sub])
        if (!isLabel(label, tex, symbol)) walk(label, tex, page, into);
    return;
  }
  for (const [field, value] of Object.entries(node)) if (field !== "loc") walk(value, tex, page, into);
}

const isNamed = ({ type, base }: Node): boolean =>
  type === "mathord" ||
  type === "textord" ||
  type === "accent" ||
  (type === "supsub" && base !== null && base !== undefined && isNamed(base as Node));

/** The symbol that a letter with its labels is, and not one of those in its labels. */
function symbolAt(text: string, page: Page): Declared | undefined {
  const [first] = symbolsIn(page, text);
  const letter = bare(text);
  return first?.keys.some((key) => bare(key) === letter) ? first : undefined;
}

/** A name without its labels, as it is compared. */
const bare = (name: string): string => name.replace(/[_^'][\s\S]*$/, "").replace(/[{}\s]/g, "");

function isLabel(label: unknown, tex: string, symbol: Declared): boolean {
  const extent = extentOf(label as Node | undefined, tex);
  if (extent === undefined) return true;
  const text = tex.slice(...extent).replace(/^\{|\}$/g, "");
  return symbol.keys.some((key) => key.includes(`{${text}}`));
}

/** Where a node stands in the LaTeX; nothing where KaTeX does not say it. */
function extentOf(node: Node | null | undefined, tex: string): [number, number] | undefined {
  if (node === null || node === undefined) return undefined;
  if (node.type === "accent") {
    const base = extentOf(node.base as Node, tex);
    if (base === undefined) return undefined;
    const start = tex.lastIndexOf(node.label as string, base[0]);
    const braced = tex.slice(start, base[0]).includes("{") && tex[base[1]] === "}";
    return start < 0 ? undefined : [start, base[1] + (braced ? 1 : 0)];
  }
  if (node.type === "supsub") {
    const base = extentOf(node.base as Node | null, tex);
    if (base === undefined) return undefined;
    const labels = [node.sup, node.sub].map((label) => extentOf(label as Node | undefined, tex)?.[1] ?? 0);
    let end = Math.max(base[1], ...labels);
    while (tex[end] === "'") end++;
    return [base[0], end];
  }
  return node.loc === undefined ? undefined : [node.loc.start, node.loc.end];
}
