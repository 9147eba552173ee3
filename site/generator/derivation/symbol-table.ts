/** The symbols of a page, as the checker knows them: the table that readers see is the declaration itself. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { lookOf } from "../maths/look-of.ts";
import { renderMaths } from "../maths/render-maths.ts";
import { namesOf } from "./looks-of-page.ts";
import listHtml from "./symbol-list.hbs";
import tableHtml from "./symbol-table.hbs";

const KINDS: Readonly<Record<string, string>> = {
  size: "a size",
  index: "an index",
  real: "real",
  positive: "positive",
  small: "small, positive",
  probability: "between 0 and 1",
  sign: "+1 or −1",
  bit: "0 or 1",
  "one-hot": "one 1, else 0",
  symmetric: "symmetric",
  identity: "the identity",
  function: "function",
  defined: "defined here",
  given: "given by",
};

const sizes = (shape: readonly string[]): string => shape.join(" × ");

/** What a symbol is, in words, and the formula that gives it, if one does. */
function kindOf({ domain, shape, given }: Declared) {
  const kind = KINDS[domain] ?? domain;
  if (domain === "index") return { kind: `1 … ${sizes(shape)}`, givenHtml: undefined };
  if (given !== undefined) return { kind, givenHtml: renderMaths(given, false) };
  return { kind: shape.length === 0 ? kind : `${sizes(shape)}, ${kind}`, givenHtml: undefined };
}

const rowOf = (page: Page, symbol: Declared) => ({
  number: page.symbols.indexOf(symbol),
  look: lookOf(page, symbol),
  names: namesOf(symbol).join(" , "),
  namesHtml: symbol.names.map((name) => renderMaths(name, false)).join(", "),
  spoken: spoken(symbol.names),
  ...kindOf(symbol),
  meaning: meaningOf(symbol),
});

/** `\hat y` as "y hat", `w^{out}` as "w out": MathML alone gives a button no name. */
const spoken = (names: readonly string[]): string =>
  names
    .map((name) =>
      name
        .replace(/\\(hat|bar|tilde)\s*\{?(\w)\}?/g, "$2 $1")
        .replace(/'/g, " prime")
        .replace(/[\\{}^_]+/g, " ")
        .trim(),
    )
    .join(", ");

/** `x_{ij}` and `e_i` in a meaning are formulas, too. */
const meaningOf = ({ meaning }: Declared) =>
  meaning
    .split(/(\$[^$]+\$|\b[A-Za-z]_(?:\{[^}]+\}|\w\b))/)
    .map((text, i) =>
      i % 2 === 1
        ? { text: undefined, mathsHtml: renderMaths(text.replaceAll("$", ""), false) }
        : { text, mathsHtml: undefined },
    );

/** A short list, for the margin beside the formula that brings the symbols in. */
export const symbolList = (page: Page, symbols: readonly Declared[]): string =>
  listHtml({ symbols: symbols.map((symbol) => rowOf(page, symbol)) });

/** All symbols with shape and domain. */
export const symbolTable = (page: Page): string =>
  tableHtml({ symbols: page.symbols.map((symbol) => rowOf(page, symbol)) });
