/** The page of one written derivation, made alone: a whole site takes minutes. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pageOf } from "../../grader/derivation/page.ts";
import { styleOf } from "../../site/generator/assets/bundles.ts";
import { katexStyle } from "../../site/generator/assets/katex-style.ts";
import { loadWritten } from "../../site/generator/load-course.ts";
import type { File } from "../../site/generator/parts.ts";
import type { Problem } from "../../site/generator/problem.ts";
import { shell } from "../../site/generator/shell.ts";
import { writtenPage } from "../../site/generator/written/written-page.ts";
import { writtenFiles } from "../../site/playground/written/build.ts";

const root = resolve(import.meta.dirname, "../..");

/** Its files by path from the site's folder, and what is wrong with its texts. */
export async function writtenSite(slug: string): Promise<{ files: Map<string, File>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const written = await loadWritten(root, slug);
  const name = written.exercise.page;
  const text = readFileSync(join(root, "site/derivations", `${name}.md`), "utf8");
  const mainHtml = writtenPage(
    written,
    { name, title: name, steps: [], page: pageOf(text, name) },
    { exercises: [], written: [written] },
    problems,
  );
  const page = shell({
    title: written.exercise.title,
    description: "",
    mainHtml,
    kind: "exercise-page",
    scripts: ["play/lines.js"],
  });
  const { css, fonts } = katexStyle([page]);
  const theme = {
    "assets/theme.js": "",
    "assets/page.js": "",
    "assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  };
  return {
    files: new Map<string, File>([
      [`${slug}.html`, page],
      ["assets/site.css", await styleOf(root, css, true)],
      ...Object.entries(theme),
      ...fonts,
      ...(await writtenFiles(root, true)),
    ]),
    problems,
  };
}
