/** The symbols of a page, as the checker knows them: the table that readers see is the declaration itself. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { escaped } from "../html.ts";
import { renderMaths } from "../maths/render-maths.ts";

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

const sizes = (shape: readonly string[]): string => shape.map(escaped).join(" × ");

function kindOf(symbol: Declared): string {
  const kind = KINDS[symbol.domain] ?? symbol.domain;
  if (symbol.domain === "index") return `1 … ${sizes(symbol.shape)}`;
  if (symbol.given !== undefined) return `${kind} ${renderMaths(symbol.given, false)}`;
  return symbol.shape.length === 0 ? kind : `${sizes(symbol.shape)}, ${kind}`;
}

/** A symbol's names as one button: pressed, it lights up all places of the symbol. */
export function symbolButton(page: Page, symbol: Declared): string {
  const number = page.symbols.indexOf(symbol);
  const names = symbol.names.map((name) => renderMaths(name, false)).join(", ");
  return `<button type="button" class="symbol" data-s="${number}" data-names="${escaped(symbol.names.join(" , "))}" aria-label="${escaped(spoken(symbol.names))}: show all places" aria-pressed="false">${names}</button>`;
}

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

/** A short list, for the margin beside the formula that brings the symbols in. */
export const symbolList = (page: Page, symbols: readonly Declared[]): string =>
  `<dl class="symbols-here">${symbols
    .map((symbol) => `<div><dt>${symbolButton(page, symbol)}</dt><dd>${meaning(symbol)}</dd></div>`)
    .join("")}</dl>`;

/** All symbols with shape and domain. */
export const symbolTable = (page: Page): string =>
  `<table class="symbol-table"><thead><tr><th scope="col">symbol</th><th scope="col">is</th><th scope="col">meaning</th></tr></thead><tbody>${page.symbols
    .map(
      (symbol) =>
        `<tr><th scope="row">${symbolButton(page, symbol)}</th><td>${kindOf(symbol)}</td><td>${meaning(symbol)}</td></tr>`,
    )
    .join("")}</tbody></table>`;

/** `x_{ij}` and `r_{ik}` in a meaning are formulas, too. */
const meaning = ({ meaning }: Declared): string =>
  meaning
    .split(/(\$[^$]+\$|[A-Za-z]_\{[^}]+\})/)
    .map((part, i) => (i % 2 === 1 ? renderMaths(part.replaceAll("$", ""), false) : escaped(part)))
    .join("");
