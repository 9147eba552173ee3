/** A page about the course: notation, errata, how formulas are checked. */
import type { Problem } from "../problem.ts";
import { markdown } from "../text/markdown.ts";

export interface ProsePage {
  /** "errata" */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly main: string;
}

/** @param text begins with `# title`, and a paragraph that tells what the page is */
export function prosePage(name: string, text: string, problems: Problem[]): ProsePage {
  const file = `site/pages/${name}.md`;
  const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
  const description = /^# .+\n\n(.+)$/m.exec(text)?.[1] ?? "";
  if (title === "" || description === "")
    problems.push({ file, line: 1, what: "a page begins with `# its title` and a paragraph" });
  const html = markdown(text, { file, text, problems });
  const main = `<article class="prose">${sections(html)}</article>${contents(html)}`;
  return { name, title, description: description.replace(/[[\]*_`$\\]|\([^)]*\.html[^)]*\)/g, ""), main };
}

/** The parts of the second rank as links, for the margin. */
function contents(html: string): string {
  const parts = [...html.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)];
  return `<nav class="contents" aria-label="On this page"><ul>${parts
    .map(([, id, words]) => `<li><a href="#${id}">${words}</a></li>`)
    .join("")}</ul></nav>`;
}

/** Each part of the second rank in an element of its own, so that the style can set its notes beside it. */
function sections(html: string): string {
  const [before = "", ...rest] = html.split(/(?=<h2 )/);
  return before + rest.map((part) => `<section>${part}</section>`).join("");
}
