/** The page of an exercise: the task and the way to it on the left, the workbench on the right. */
import { capstonesFor } from "../../../grader/capstone/capstones.ts";
import { capstonePath } from "../capstone/capstone-page.ts";
import { highlighted, type SymbolOf } from "../code/highlight.ts";
import type { Course, CourseExercise } from "../course.ts";
import { formulaHtml } from "../derivation/formula.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { symbolTable } from "../derivation/symbol-table.ts";
import type { Problem } from "../problem.ts";
import { markdown, type Source } from "../text/markdown.ts";
import page from "./exercise-page.hbs";
import { HINTS } from "./hint-titles.ts";

/** The inside of the page's `<main>`. */
export function exercisePage(
  exercise: CourseExercise,
  derivation: Derivation,
  course: Course,
  problems: Problem[],
): string {
  const { slug, id, title, unit, unitTitle, hints, stub, stubFile } = exercise;
  const symbolOf = symbolsInCode(derivation);
  const file = `exercises/${slug}/README.md`;
  const source: Source = { file, text: exercise.readme, symbolOf, problems };
  return page({
    slug,
    id,
    title,
    unit,
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
    goingOn: JSON.stringify({
      next: nextAfter(exercise, course),
      capstone: capstoneAfter(exercise, course),
      question: questionOf(exercise),
    }),
    stubFile,
    stubHtml: highlighted(stub.trimEnd(), symbolOf),
  });
}

/** A few that follow: the page leaves out those that are done. */
const nextAfter = ({ id }: CourseExercise, { exercises }: Course) =>
  exercises
    .slice(exercises.findIndex((one) => one.id === id) + 1)
    .slice(0, 5)
    .map((one) => ({ slug: one.slug, title: `${one.id}, ${one.title}` }));

/** The capstone of the unit that an exercise is the last of. */
function capstoneAfter({ id, unit }: CourseExercise, { exercises }: Course) {
  if (exercises.findLast((one) => one.unit === unit)?.id !== id) return undefined;
  const capstone = capstonesFor(exercises.map((one) => one.id)).find((one) => one.unit === unit);
  return capstone && { href: capstonePath(capstone), title: capstone.title };
}

/** One question more: why something holds that the judge has only tried. */
function questionOf({ functions }: CourseExercise) {
  const law = Object.values(functions).flatMap(({ laws }) => laws)[0]?.says;
  return law === undefined
    ? undefined
    : {
        text: `The judge tried this on numbers, and it held: ${law.replace(/\.$/, "")}. Why does it hold always?`,
      };
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
    .replace(/^Derivation: `[^`]*`\.\s*/m, "")
    .split(/(^ {4}.*$|^```[\s\S]*?^```|`[^`\n]*`|\$[^$\n]*\$)/m)
    .map((text, i) => (i % 2 === 1 ? text : text.replace(DERIVATIVE, "$\\partial $1/\\partial $2$")))
    .join("");

/** ∂L/∂w in a table or a sentence, set as what it is. */
const DERIVATIVE = /∂(\p{L})\/∂(\p{L})(?![\p{L}\p{M}\p{N}₀-₉ₐ-ₜᵢ-ᵥⱼ])/gu;

/** Names in code that are symbols of the derivation: `x`, `w`, and `dz` are written alike in both. */
function symbolsInCode({ page }: Derivation): SymbolOf {
  const byName = new Map<string, number>();
  for (const [i, { keys }] of (page.symbols ?? []).entries())
    for (const key of keys) if (/^[A-Za-z]$/.test(key)) byName.set(key, i);
  return (name) => byName.get(name);
}
