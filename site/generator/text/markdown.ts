/** Markdown → HTML for the texts of the course: derivations, tasks, and the pages about it. */
import { Marked, type Token, type Tokens } from "marked";
import markedKatex from "marked-katex-extension";
import type { Page } from "../../../grader/derivation/page.ts";
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { highlighted, type SymbolOf } from "../code/highlight.ts";
import { displayHtml } from "../maths/display-html.ts";
import { mathsMessage, renderMaths } from "../maths/render-maths.ts";
import { lineOf, type Problem } from "../problem.ts";
import { closed, closingOf } from "./closed.ts";
import { setText, typeset } from "./set-text.ts";

export interface Source {
  readonly file: string;
  /** The whole text of the file, for the line of what is wrong. */
  readonly text: string;
  /** Whose symbols are marked in formulas. */
  readonly page?: Page;
  /** Which symbols names in code are. */
  readonly symbolOf?: SymbolOf;
  /** Derivations to which their names in code lead. */
  readonly derivations?: ReadonlySet<string>;
  readonly problems: Problem[];
}

/** @param from the line of the file on which this part of its text begins */
export function markdown(text: string, source: Source, from = 1): string {
  const marked = new Marked({ gfm: true });
  const maths = (tex: string, displayMode: boolean): string => {
    try {
      return displayMode
        ? `<div class="statements">${displayHtml(tex, source.page)}</div>`
        : renderMaths(tex, false, source.page);
    } catch (error) {
      const line = lineOf(source.text, tex, from);
      source.problems.push({
        file: source.file,
        ...(line === undefined ? {} : { line }),
        where: `$${tex}$`,
        what: mathsMessage(error),
      });
      return "";
    }
  };
  marked.use(markedKatex({ nonStandard: true }));
  marked.use({
    extensions: [
      {
        name: "inlineKatex",
        renderer: ({ text, sign }) => closed(maths((text as string).trim(), false), (sign as string) ?? ""),
      },
      { name: "blockKatex", renderer: ({ text }) => maths((text as string).trim(), true) },
    ],
    walkTokens(token) {
      const tokens = ("tokens" in token ? token.tokens : undefined) ?? [];
      for (const [i, one] of tokens.entries()) if (one.type === "inlineKatex") takeSign(one, tokens[i + 1]);
    },
    renderer: {
      code: ({ text: code, lang }: Tokens.Code) =>
        lang === "math" ? maths(code.trim(), true) : codeBlock(code, source),
      codespan: ({ text }: Tokens.Codespan) =>
        source.derivations?.has(text)
          ? `<a href="${text}.html">${text}</a>`
          : `<code>${escapeHtml(text)}</code>`,
      text(token: Tokens.Text | Tokens.Escape) {
        if ("tokens" in token && token.tokens !== undefined) return this.parser.parseInline(token.tokens);
        if ("escaped" in token && token.escaped) return typeset(token.text);
        return setText(token.text, source.page, (tex) => maths(tex, false));
      },
      heading({ tokens, depth }: Tokens.Heading) {
        const html = this.parser.parseInline(tokens);
        const [, words = html, id = slugged(html)] = /^(.*?)\s*\{#([\w-]+)\}$/.exec(html) ?? [];
        return `<h${depth} id="${id}">${words}</h${depth}>\n`;
      },
      table(token: Tokens.Table) {
        const row = (cells: readonly Tokens.TableCell[], tagOf: (column: number) => string): string =>
          `<tr>${cells.map((cell, i) => `<${tagOf(i)}>${breakable(this.parser.parseInline(cell.tokens))}</${tagOf(i).slice(0, 2)}>`).join("")}</tr>`;
        // A number says what it counts, where a phone shows it without the head of its column.
        const cellTag = (column: number): string => {
          const { align, text } = token.header[column] as Tokens.TableCell;
          return align === "right" ? `td data-head="${escapeHtml(text)}"` : "td";
        };
        const body = token.rows.map((cells) => row(cells, cellTag)).join("");
        return `<table><thead>${row(token.header, () => 'th scope="col"')}</thead><tbody>${body}</tbody></table>\n`;
      },
    },
  });
  // A formula between $$ that has a line for itself is a displayed one, as on GitHub.
  return marked.parse(text.replace(/^\$\$(.+)\$\$$/gm, "```math\n$1\n```"), { async: false });
}

/** The sign behind a formula goes with it. */
function takeSign(formula: Token, next: Token | undefined): void {
  if (next?.type !== "text") return;
  const sign = closingOf(next.text);
  Object.assign(formula, { sign });
  next.text = next.text.slice(sign.length);
}

const codeBlock = (code: string, source: Source): string =>
  `<pre class="code"><code>${highlighted(code, source.symbolOf)}</code></pre>\n`;

/** A name in a narrow column breaks where one of its words ends, or behind its bracket; a brace stays at its field. */
const breakable = (cell: string): string =>
  cell.replace(/<code>.*?<\/code>/g, (code) =>
    code.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=\()/g, "<wbr>").replace(/(?<=\{) | (?=\})/g, "\u00a0"),
  );

const slugged = (html: string): string =>
  html
    .replace(/<annotation[\s\S]*?<\/annotation>|<[^>]+>|&\w+;/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
