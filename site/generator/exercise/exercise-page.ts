/** The page of an exercise: the task and the way to it on the left, the workbench on the right. */
import { highlighted, type SymbolOf } from "../code/highlight.ts";
import type { CourseExercise } from "../course.ts";
import { formulaHtml } from "../derivation/formula.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { symbolTable } from "../derivation/symbol-table.ts";
import type { Problem } from "../problem.ts";
import { markdown, type Source } from "../text/markdown.ts";
import page from "./exercise-page.hbs";

const HINTS = ["A first hint", "A second hint", "A third hint"];

/** The inside of the page's `<main>`. */
export function exercisePage(exercise: CourseExercise, derivation: Derivation, problems: Problem[]): string {
  const { slug, id, title, unitTitle, hints, stub, stubFile } = exercise;
  const symbolOf = symbolsInCode(derivation);
  const file = `exercises/${slug}/README.md`;
  const source: Source = { file, text: exercise.readme, symbolOf, problems };
  return page({
    slug,
    id,
    title,
    unitTitle,
    taskHtml: markdown(taskOf(exercise.readme), source),
    hints: hints.map((hint, i) => ({
      title: HINTS[i] ?? "Another hint",
      hintHtml: markdown(hint, source),
    })),
    derivation: {
      name: derivation.name,
      title: derivation.title,
      count: derivation.steps.length - 1,
      ends: endsOf(derivation, problems),
      symbolsHtml: symbolTable(derivation.page),
    },
    stubFile,
    stubHtml: highlighted(stub.trimEnd(), symbolOf),
  });
}

/** The formulas whose last side the reference was compared with. */
function endsOf({ file, text, page, displays }: Derivation, problems: Problem[]) {
  const source: Source = { file, text, page, problems };
  return displays
    .filter(({ statements }) => statements.some(({ status }) => status === "end"))
    .map((display) => ({ step: display.step, formulaHtml: formulaHtml(display, source) }));
}

/** The task without its heading, which the page has, and without the line on where things lie. */
const taskOf = (readme: string): string =>
  readme
    .replaceAll("\r\n", "\n")
    .replace(/^# .*\n+/, "")
    .replace(/^Derivation: `[^`]*`\.\s*/m, "");

/** Names in code that are symbols of the derivation: `x`, `w`, and `dz` are written alike in both. */
function symbolsInCode({ page }: Derivation): SymbolOf {
  const byName = new Map<string, number>();
  for (const [i, { keys }] of (page.symbols ?? []).entries())
    for (const key of keys) if (/^[A-Za-z]$/.test(key)) byName.set(key, i);
  return (name) => byName.get(name);
}
