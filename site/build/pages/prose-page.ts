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
  const main = `<article class="prose">${sections(markdown(text, { file, text, problems }))}</article>`;
  return { name, title, description: description.replace(/[[\]*_`$\\]|\([^)]*\.html[^)]*\)/g, ""), main };
}

/** Each part of the second rank in an element of its own, so that the style can set its notes beside it. */
function sections(html: string): string {
  const [before = "", ...rest] = html.split(/(?=<h2 )/);
  return before + rest.map((part) => `<section>${part}</section>`).join("");
}
