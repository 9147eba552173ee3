/**
 * Pages with their formulas packed: seven tenths of a page are the spans that KaTeX sets a formula of, and a
 * student's repository has all pages. What is said to those who listen stays where it is, and is what a browser shows
 * that cannot unpack the rest; `site/scripts/packed-formulas.ts` unpacks it as it was, byte for byte.
 */
import { packed } from "../../../packed-text.mjs";

/** A page that shows its formulas as the browser sets them by itself, where scripts do not run. */
const WITHOUT_SCRIPTS =
  "<noscript><style>.katex .katex-mathml{position:static;width:auto;height:auto;clip-path:none;overflow:visible}</style></noscript>";

const OPENS = '<span class="katex-html" aria-hidden="true">';

/** The page with empty formulas, and behind them what they hold; a page without formulas is as it was. */
export function withPackedFormulas(html: string): string {
  const formulas: string[] = [];
  let page = "";
  let from = 0;
  for (let at = html.indexOf(OPENS); at >= 0; at = html.indexOf(OPENS, from)) {
    const begins = at + OPENS.length;
    const ends = endOf(html, begins);
    formulas.push(html.slice(begins, ends));
    page += html.slice(from, begins);
    from = ends;
  }
  if (formulas.length === 0) return html;
  page += html.slice(from);
  return page
    .replace("</head>", `${WITHOUT_SCRIPTS}\n</head>`)
    .replace(
      "</body>",
      `<template id="packed-formulas" data-packed="${packed(JSON.stringify(formulas))}"></template>\n</body>`,
    );
}

/** Where the span ends whose content begins at a place: KaTeX's spans hold spans and drawings, each with its end. */
function endOf(html: string, begins: number): number {
  let open = 1;
  const tags = /<(\/?)span\b/g;
  tags.lastIndex = begins;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    open += tag[1] === "/" ? -1 : 1;
    if (open === 0) return tag.index;
  }
  throw new Error("a formula without an end");
}
