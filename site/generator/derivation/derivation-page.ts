/** The page of a derivation: one step after another, each with its formula, its reason and how it was checked. */
import { counted } from "../../../grader/derivation/checked.ts";
import type { Course } from "../course.ts";
import type { Parts } from "../parts.ts";
import type { Problem } from "../problem.ts";
import { markdown, type Source } from "../text/markdown.ts";
import page from "./derivation-page.hbs";
import { exampleGiven, numbersOf } from "./example.ts";
import { groupsOf, type Writing } from "./groups.ts";
import { looksOfPage } from "./looks-of-page.ts";
import { pageData } from "./page-data.ts";
import type { Block, Derivation } from "./read-derivation.ts";
import { symbolTable } from "./symbol-table.ts";

/** The inside of the page's `<main>`. */
export function derivationPage(
  derivation: Derivation,
  course: Course,
  parts: Parts,
  problems: Problem[],
  next?: Pick<Derivation, "name" | "title">,
): string {
  const { name, file, text, steps, ending } = derivation;
  const derivations = new Set(course.exercises.map((exercise) => exercise.derivation));
  const source = { file, text, page: derivation.page, derivations, problems };
  const writing: Writing = {
    derivation,
    course,
    parts,
    source,
    seen: new Set(),
    looks: looksOfPage(derivation.page),
    numbers: numbersOf(derivation.page),
  };
  const [before, ...numbered] = steps;
  const { question, figures, able } = openingOf(before?.blocks ?? []);
  const texts = (blocks: readonly Block[]): string[] =>
    blocks.map((block) => (block.is === "text" ? markdown(block.text, source, block.line) : ""));
  const under = (heading: string): string | undefined => {
    const part = ending.get(heading);
    return part === undefined ? undefined : markdown(part.text, source, part.line);
  };
  const inline = (words: string, from: Source = source): string =>
    markdown(words, from).replace(/^<p>|<\/p>\n$/g, "");
  return page({
    titleHtml: inline(derivation.title),
    name,
    questionHtml: texts(question),
    figuresHtml: figures.map(({ id, line }) => parts.figureHtml(id, file, line, problems, writing.looks)),
    ableHtml: texts(able),
    givenHtml: exampleGiven(derivation.page),
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
    written: course.written
      .filter(({ exercise }) => exercise.page === derivation.name)
      .map(({ slug, id, exercise }) => ({ slug, id, title: exercise.title })),
    summaryHtml: under("In three lines"),
    whatIfHtml: under("What if"),
    next: next && { name: next.name, titleHtml: inline(next.title, { file, text, problems }) },
    dataHtml: pageData(derivation, course, problems),
  });
}

/** What stands before the first step: a question, the figure that shows it, and what one will be able to do. */
function openingOf(blocks: readonly Block[]) {
  const at = blocks.findIndex(({ is }) => is === "figure");
  const first = at < 0 ? blocks.length : at;
  return {
    question: blocks.slice(0, first),
    figures: blocks.flatMap((block) => (block.is === "figure" ? [block] : [])),
    able: blocks.slice(first).filter(({ is }) => is === "text"),
  };
}

function tally(derivation: Derivation) {
  const ends = counted(derivation, "end");
  return { held: counted(derivation, "held") + ends, ends, unchecked: counted(derivation, "unchecked") };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
