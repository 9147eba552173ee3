/** The page of a derivation: one step after another, each with its formula, its reason and how it was checked. */
import { type CheckedDisplay, counted } from "../../../grader/derivation/checked.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { symbolsIn } from "../../../grader/derivation/symbols-in.ts";
import type { Course } from "../course.ts";
import { escaped } from "../html.ts";
import { renderMaths } from "../maths/render-maths.ts";
import { statementsOf } from "../maths/statements-of.ts";
import type { Parts } from "../parts.ts";
import type { Problem } from "../problem.ts";
import { markdown, type Source } from "../text/markdown.ts";
import { checkMark, reasonOf } from "./check-mark.ts";
import { isShortReason, isSourceNote, paragraphs } from "./margin.ts";
import type { Block, Derivation, Step } from "./read-derivation.ts";
import { slipsAt } from "./slips.ts";
import { symbolList, symbolTable } from "./symbol-table.ts";

interface Writing {
  readonly derivation: Derivation;
  readonly course: Course;
  readonly parts: Parts;
  readonly source: Source;
  /** Symbols that a formula above has brought in. */
  readonly seen: Set<Declared>;
}

/** The inside of the page's `<main>`. */
export function derivationPage(
  derivation: Derivation,
  course: Course,
  parts: Parts,
  problems: Problem[],
): string {
  const { file, text, page, steps, title } = derivation;
  const writing: Writing = {
    derivation,
    course,
    parts,
    source: { file, text, page, problems },
    seen: new Set(),
  };
  const [before, ...numbered] = steps;
  const inline = (words: string): string => markdown(words, writing.source).replace(/^<p>|<\/p>\n$/g, "");
  const exercises = course.exercises.filter((exercise) => exercise.derivation === derivation.name);
  return (
    `<article class="derivation"><div class="group head">` +
    `<header><p class="kicker">Derivation</p><h1>${inline(title)}</h1>` +
    `<div class="lede">${(before?.blocks ?? []).map((block) => (block.is === "text" ? markdown(block.text, writing.source, block.line) : "")).join("")}</div>` +
    `${summary(derivation)}</header>` +
    `<nav class="contents" aria-label="Steps"><ol>${numbered.map((step) => `<li><a href="#step-${step.number}">${inline(capital(step.title))}</a></li>`).join("")}</ol></nav></div>` +
    `<details class="all-symbols"><summary>The ${page.symbols.length} symbols of this page</summary>${symbolTable(page)}</details>` +
    numbered.map((step) => stepHtml(step, inline(capital(step.title)), writing)).join("") +
    `<footer class="write-it"><h2>Now write it</h2><ul>${exercises
      .map(
        ({ slug, id, title: task, functions }) =>
          `<li><a href="${slug}.html">${escaped(task)}</a> <span class="soft">${id}: ${Object.keys(functions)
            .map((name) => `<code>${escaped(name)}</code>`)
            .join(", ")}</span></li>`,
      )
      .join("")}</ul></footer></article>`
  );
}

function summary(derivation: Derivation): string {
  const [held, ends, unchecked] = (["held", "end", "unchecked"] as const).map((status) =>
    counted(derivation, status),
  );
  const last = ends === 0 ? "" : `, ${ends} of them also against the reference code`;
  const open = unchecked === 0 ? "" : `; ${unchecked} not checked by machine, each with its reason`;
  return `<p class="tally">${(held ?? 0) + (ends ?? 0)} relations agree at random points${last}${open}. <a href="how-it-is-checked.html">How it is checked</a></p>`;
}

function stepHtml(step: Step, title: string, writing: Writing): string {
  const groups: Block[][] = [[]];
  for (const block of step.blocks) {
    const before = groups.at(-1)?.at(-1)?.is;
    const begins = block.is === "formula" && groups.at(-1)?.some(({ is }) => is === "formula");
    // A figure takes the width of text and margin together.
    if (begins || block.is === "figure" || before === "figure") groups.push([]);
    groups.at(-1)?.push(block);
  }
  const slips = slipsAt(`${writing.derivation.name}#step-${step.number}`, writing.course);
  return (
    `<section class="step" id="step-${step.number}"><h2><a href="#step-${step.number}"><span class="number">${step.number}</span><span class="hidden">. </span>${title}</a></h2>` +
    groups.map((blocks, i) => groupHtml(blocks, i === 0 ? slips : "", writing)).join("") +
    `</section>`
  );
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** A formula and what belongs to it: its reason, its text, and the margin. */
function groupHtml(blocks: readonly Block[], slips: string, writing: Writing): string {
  const { source } = writing;
  const [figure] = blocks;
  if (figure?.is === "figure")
    return `<div class="group with-figure">${writing.parts.figureHtml(figure.id, source.file, figure.line, source.problems)}${slips}</div>`;
  const flow: string[] = [];
  const beside: string[] = [];
  const notes: string[] = [];
  let isFirst = false;
  for (const block of blocks) {
    if (block.is === "formula") {
      flow.push(formulaHtml(block.display, writing));
      const reason = reasonOf(block.display);
      if (reason !== undefined)
        notes.push(`<p class="unchecked">Not checked by machine: ${escaped(reason)}.</p>`);
      const fresh = symbolsIn(source.page as Derivation["page"], block.display.tex).filter(
        (symbol) => !writing.seen.has(symbol),
      );
      for (const symbol of fresh) writing.seen.add(symbol);
      if (fresh.length > 0) notes.push(symbolList(source.page as Derivation["page"], fresh));
      isFirst = true;
    } else if (block.is === "text") {
      for (const { text, offset } of paragraphs(block.text)) {
        const html = markdown(text, source, block.line + offset);
        if (isFirst && isShortReason(text) && !isSourceNote(text))
          beside.push(`<div class="reason">${html}</div>`);
        else if (isSourceNote(text)) notes.push(`<div class="source-note">${html}</div>`);
        else flow.push(html);
        isFirst = false;
      }
    }
  }
  if (slips !== "") notes.push(slips);
  const margin = [...beside, ...notes].join("");
  return `<div class="group"><div class="flow">${flow.join("")}</div>${margin === "" ? "" : `<div class="beside">${margin}</div>`}</div>`;
}

/** A displayed formula with its mark. */
export function formulaHtml(display: CheckedDisplay, writing: Pick<Writing, "source">): string {
  const { source } = writing;
  const id = `f-${display.line}`;
  let html = "";
  try {
    html = statementsOf(display.tex)
      .map((statement) => renderMaths(statement, true, source.page))
      .join("");
  } catch (error) {
    source.problems.push({ file: source.file, line: display.line, where: display.tex, what: String(error) });
  }
  return `<div class="formula" id="${id}" data-tex="${escaped(display.tex)}"><div class="maths">${html}</div>${checkMark(display, id)}</div>`;
}
