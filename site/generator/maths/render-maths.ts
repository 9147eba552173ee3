/** LaTeX → HTML, with MathML for those who listen, and with the LaTeX itself for those who copy. */
import katex from "katex";
import type { Page } from "../../../grader/derivation/page.ts";
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { bracketed } from "./bracketed.ts";
import { markSymbols } from "./mark-symbols.ts";

/**
 * @param page whose symbols are marked; none outside of derivations
 * @throws Error with KaTeX's message where the formula cannot be read
 */
export function renderMaths(tex: string, displayMode: boolean, page?: Page): string {
  const marked = page === undefined ? tex : markSymbols(tex, page);
  const html = katex.renderToString(marked, {
    displayMode,
    throwOnError: true,
    strict: "ignore",
    trust: ({ command }) => command === "\\htmlData",
  });
  return bracketed(html).replace(
    /(<annotation[^>]*>)[\s\S]*?(<\/annotation>)/,
    (_, open, close) => open + escapeHtml(tex) + close,
  );
}

/** KaTeX's message without its own heading. */
export const mathsMessage = (error: unknown): string =>
  (error as Error).message.replace(/^KaTeX parse error: /, "");
