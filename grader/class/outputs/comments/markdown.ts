/**
 * A comment's Markdown as HTML. Tags in it are shown and not obeyed, since instructors quote what students write;
 * links lead to the web or to an address, and pictures are their words.
 */
import { Marked, type Tokens } from "marked";
import { escapeHtml } from "../../../verdict/escape-html.ts";

/** Headings of a comment are below those of the page. */
const DEEPER = 3;

const marked = new Marked({ gfm: true, async: false }).use({
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    image: ({ text }: Tokens.Image) => escapeHtml(text),
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.min(6, depth + DEEPER);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens);
      return /^(?:https?|mailto):/i.test(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
    },
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? "☑ " : "☐ "),
  },
});

export const commentHtml = (text: string): string => marked.parse(text, { async: false }).trim();
