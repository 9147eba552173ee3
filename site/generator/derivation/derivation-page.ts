/** The page of a derivation: one step after another, each with its formula, its reason and how it was checked. */
import { counted } from "../../../grader/derivation/checked.ts";
import type { Course } from "../course.ts";
import type { Parts } from "../parts.ts";
import type { Problem } from "../problem.ts";
import { markdown } from "../text/markdown.ts";
import page from "./derivation-page.hbs";
import { groupsOf, type Writing } from "./groups.ts";
import type { Derivation } from "./read-derivation.ts";
import { symbolTable } from "./symbol-table.ts";

/** The inside of the page's `<main>`. */
export function derivationPage(
  derivation: Derivation,
  course: Course,
  parts: Parts,
  problems: Problem[],
): string {
  const { file, text, steps } = derivation;
  const source = { file, text, page: derivation.page, problems };
  const writing: Writing = { derivation, course, parts, source, seen: new Set() };
  const [before, ...numbered] = steps;
  const inline = (words: string): string => markdown(words, source).replace(/^<p>|<\/p>\n$/g, "");
  return page({
    titleHtml: inline(derivation.title),
    ledeHtml: (before?.blocks ?? []).map((block) =>
      block.is === "text" ? markdown(block.text, source, block.line) : "",
    ),
    ...tally(derivation),
    symbolCount: derivation.page.symbols.length,
    symbolsHtml: symbolTable(derivation.page),
    steps: numbered.map((step) => ({
      number: step.number,
      titleHtml: inline(capital(step.title)),
      groups: groupsOf(step, writing),
    })),
    exercises: course.exercises
      .filter((exercise) => exercise.derivation === derivation.name)
      .map(({ slug, id, title, functions }) => ({ slug, id, title, functions: Object.keys(functions) })),
  });
}

function tally(derivation: Derivation) {
  const ends = counted(derivation, "end");
  return { held: counted(derivation, "held") + ends, ends, unchecked: counted(derivation, "unchecked") };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
