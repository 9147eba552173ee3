/** A page about the course: notation, errata, how formulas are checked. */
import type { Problem } from "../problem.ts";
import { markdown } from "../text/markdown.ts";
import page from "./prose-page.hbs";

export interface ProsePage {
  /** "errata" */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mainHtml: string;
}

/** @param text begins with `# title`, and a paragraph that tells what the page is */
export function prosePage(name: string, text: string, problems: Problem[]): ProsePage {
  const file = `site/pages/${name}.md`;
  const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
  const description = /^# .+\n\n(.+)$/m.exec(text)?.[1] ?? "";
  if (title === "" || description === "")
    problems.push({ file, line: 1, what: "a page begins with `# its title` and a paragraph" });
  const html = markdown(text, { file, text, problems });
  return {
    name,
    title,
    description: description.replace(/[[\]*_`$\\]|\([^)]*\.html[^)]*\)/g, ""),
    mainHtml: page(partsOf(html)),
  };
}

/** The parts of the second rank, each in an element of its own, so that the style can set its notes beside it. */
function partsOf(html: string) {
  const [beforeHtml = "", ...sectionsHtml] = html.split(/(?=<h2 )/);
  const headings = [...html.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)];
  return { beforeHtml, sectionsHtml, headings: headings.map(([, id, wordsHtml]) => ({ id, wordsHtml })) };
}
