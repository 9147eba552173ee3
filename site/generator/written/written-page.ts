/** The page of a derivation that a student writes: the task on the left, the lines on the right. */
import type { WrittenData } from "../../playground/written/bench.ts";
import type { Course, CourseWritten } from "../course.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { HINTS } from "../exercise/hint-titles.ts";
import type { Problem } from "../problem.ts";
import { markdown } from "../text/markdown.ts";
import page from "./written-page.hbs";

/** The inside of the page's `<main>`. */
export function writtenPage(
  written: CourseWritten,
  derivation: Pick<Derivation, "name" | "title" | "steps" | "page">,
  { exercises }: Course,
  problems: Problem[],
): string {
  const { slug, id, readme, stub, exercise } = written;
  const { title, unit, unitTitle, hints } = exercise;
  const source = { file: `exercises/${slug}/README.md`, text: readme, problems };
  const inline = (text: string): string => markdown(text, source).replace(/^<p>|<\/p>\n$/g, "");
  return page({
    slug,
    id,
    title,
    unit,
    unitTitle,
    taskHtml: markdown(taskOf(readme), source),
    hints: hints.map((hint, i) => ({ title: HINTS[i] ?? "Another hint", hintHtml: markdown(hint, source) })),
    derivation: {
      name: derivation.name,
      titleHtml: inline(derivation.title),
      count: derivation.steps.length - 1,
    },
    dataHtml: json({
      exercise,
      page: {
        ...derivation.page,
        displays: derivation.page.displays.map(({ wrong: _, ...display }) => display),
      },
      stub,
      symbols: symbolsIn(readme),
      code: exercises
        .filter((one) => one.derivation === derivation.name)
        .map((one) => ({ slug: one.slug, title: `${one.id}, ${one.title}` })),
    }),
  });
}

/** As JSON that may stand in a script. */
const json = (data: WrittenData): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/** The symbols that the table of what is given has, in LaTeX. */
const symbolsIn = (readme: string): string[] =>
  [...readme.matchAll(/^\| (\$[^|]+?) +\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/\$([^$]+)\$/g)].map(([, tex = ""]) => tex),
  );

/** The task without its heading, and without what it says of files, which the page says in its own way. */
const taskOf = (readme: string): string =>
  readme
    .replaceAll("\r\n", "\n")
    .replace(/^# .*\n+/, "")
    .replace(/^`derivation\.md` is your file\.[\s\S]*$/m, "");
