/** A text without Markdown as HTML: names of symbols marked, powers and indices set. Also in the page, by its checker. */
import type { Page } from "../../../grader/derivation/page.ts";
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { typedPowers } from "../../../grader/verdict/typed-powers.ts";
import { renderMaths } from "../maths/render-maths.ts";
import { closed, closingOf } from "./closed.ts";
import { withSymbols } from "./symbol-words.ts";

/** @param page whose symbols are marked; none outside of derivations */
export function setText(text: string, page?: Page, maths = mathsOf(page)): string {
  const parts = typedPowers(typeset(text));
  return parts
    .map((part, i) => {
      if (i % 2 === 1) return closed(maths(part), closingOf(parts[i + 1] ?? ""));
      const rest = i === 0 ? part : part.slice(closingOf(part).length);
      return page === undefined ? escapeHtml(rest) : withSymbols(rest, page);
    })
    .join("");
}

/** Typed text as it is set: a shape, n × m, stays on one line, an apostrophe is one, and so is the minus of a number. */
export const typeset = (text: string): string =>
  text
    .replaceAll(" × ", "\u00a0×\u00a0")
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
    .replace(/(?<=^|[\s(=[]|\de)-(?=\d|Infinity)/g, "−");

/** What KaTeX refuses stays as it was typed. */
const mathsOf = (page: Page | undefined) => (tex: string) => {
  try {
    return renderMaths(tex, false, page);
  } catch {
    return escapeHtml(tex);
  }
};
