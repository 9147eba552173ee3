/** The page of an exercise: the task and the way to it on the left, the workbench on the right. */

import { highlighted, type SymbolOf } from "../code/highlight.ts";
import type { CourseExercise } from "../course.ts";
import { formulaHtml } from "../derivation/derivation-page.ts";
import type { Derivation } from "../derivation/read-derivation.ts";
import { symbolTable } from "../derivation/symbol-table.ts";
import { escaped } from "../html.ts";
import type { Problem } from "../problem.ts";
import { markdown, type Source } from "../text/markdown.ts";

/** The inside of the page's `<main>`. */
export function exercisePage(exercise: CourseExercise, derivation: Derivation, problems: Problem[]): string {
  const { slug, id, title, unitTitle, hints, stub, stubFile } = exercise;
  const symbolOf = symbolsInCode(derivation);
  const file = `exercises/${slug}/README.md`;
  const source: Source = { file, text: exercise.readme, symbolOf, problems };
  const own: Source = { file: derivation.file, text: derivation.text, page: derivation.page, problems };
  return (
    `<article class="task"><header><p class="kicker">${escaped(unitTitle)} · ${id}</p><h1>${escaped(title)}</h1></header>` +
    markdown(taskOf(exercise.readme), source) +
    `<section class="hints" id="hints"><h2>Hints</h2>${hints.map((hint, i) => hintHtml(hint, i, source)).join("")}</section>` +
    `<section><h2>The derivation</h2><p><a href="${derivation.name}.html">${escaped(derivation.title)}</a>, in ${derivation.steps.length - 1} steps.</p>` +
    `${lastLines(derivation, own)}` +
    `<details class="all-symbols"><summary>Its symbols</summary>${symbolTable(derivation.page)}</details></section></article>` +
    `<section class="bench" aria-labelledby="bench-title"><div class="bench-head"><h2 id="bench-title">${escaped(stubFile)}</h2>` +
    `<button type="button" class="open-editor" hidden>Open the editor</button></div>` +
    `<div class="workbench" data-exercise="${slug}" data-derivations="" data-hints="#hints"><pre class="code"><code>${highlighted(stub.trimEnd(), symbolOf)}</code></pre></div>` +
    `<p class="soft">In a terminal: <code>npm run grade ${id}</code> grades <code>exercises/${slug}/${stubFile}</code>.</p></section>`
  );
}

/** The task without its heading, which the page has, and without the line on where things lie. */
const taskOf = (readme: string): string =>
  readme
    .replaceAll("\r\n", "\n")
    .replace(/^# .*\n+/, "")
    .replace(/^Derivation: `[^`]*`\.\s*/m, "");

/** Opens one at a time: the style hides each until the one before is open. */
const hintHtml = (hint: string, i: number, source: Source): string =>
  `<details><summary>${["A first hint", "A second hint", "A third hint"][i] ?? "Another hint"}</summary>${markdown(hint, source)}</details>`;

function lastLines(derivation: Derivation, source: Source): string {
  const last = derivation.displays.filter(({ statements }) =>
    statements.some(({ status }) => status === "end"),
  );
  if (last.length === 0) return "";
  const lines = last.map(
    (display) =>
      `<li><a class="step-link" href="${derivation.name}.html#step-${display.step}">Step ${display.step}</a>${formulaHtml(display, { source })}</li>`,
  );
  return `<details class="last-lines"><summary>Where it ends</summary><ul>${lines.join("")}</ul></details>`;
}

/** Names in code that are symbols of the derivation: `x`, `w`, and `dz` are written alike in both. */
function symbolsInCode({ page }: Derivation): SymbolOf {
  const byName = new Map<string, number>();
  for (const [i, { keys }] of (page.symbols ?? []).entries())
    for (const key of keys) if (/^[A-Za-z]$/.test(key)) byName.set(key, i);
  return (name) => byName.get(name);
}
