/** A step in groups: a formula and what belongs to it, its reason, its text, and what stands in the margin. */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { symbolsIn } from "../../../grader/derivation/symbols-in.ts";
import type { Looks } from "../../figures/frame/looks.ts";
import type { Course } from "../course.ts";
import type { Parts } from "../parts.ts";
import { markdown, type Source } from "../text/markdown.ts";
import { reasonOf } from "./check-mark.ts";
import { formulaHtml } from "./formula.ts";
import { isShortReason, isSourceNote, paragraphs } from "./margin.ts";
import type { Block, Derivation, Step } from "./read-derivation.ts";
import { slipsAt } from "./slips.ts";
import sourceNote from "./source-note.hbs";
import { symbolList } from "./symbol-table.ts";

export interface Writing {
  readonly derivation: Derivation;
  readonly course: Course;
  readonly parts: Parts;
  readonly source: Source & { readonly page: Page };
  /** Symbols that a formula above has brought in. */
  readonly seen: Set<Declared>;
  readonly looks: Looks;
  /** What each formula gives for the page's example, by its line. */
  readonly numbers: ReadonlyMap<number, string>;
}

/** Beside the text: HTML in an element of a class, or as it is; or why no machine held the formula. */
interface Note {
  readonly kind?: "reason" | undefined;
  readonly noteHtml?: string;
  readonly unchecked?: string;
}

const note = ({ kind, noteHtml, unchecked }: Note) => ({ kind, noteHtml, unchecked });

export function groupsOf(step: Step, writing: Writing) {
  const groups: Block[][] = [[]];
  for (const block of step.blocks) {
    const before = groups.at(-1)?.at(-1)?.is;
    const begins = block.is === "formula" && groups.at(-1)?.some(({ is }) => is === "formula");
    // A figure takes the width of text and margin together.
    if (begins || block.is === "figure" || before === "figure") groups.push([]);
    groups.at(-1)?.push(block);
  }
  const slipsHtml = slipsAt(
    `${writing.derivation.name}#step-${step.number}`,
    writing.course,
    writing.derivation.page,
  );
  return groups.map((blocks, i) => groupOf(blocks, i === 0 ? slipsHtml : "", writing));
}

function groupOf(blocks: readonly Block[], slipsHtml: string, writing: Writing) {
  const { source, parts, seen } = writing;
  const [figure] = blocks;
  if (figure?.is === "figure") {
    const { id, line } = figure;
    return {
      isFigure: true,
      figureHtml: parts.figureHtml(id, source.file, line, source.problems, writing.looks),
      slipsHtml,
    };
  }
  const flowHtml: string[] = [];
  const reasons: Note[] = [];
  const notes: Note[] = [];
  const sourceHtml: string[] = [];
  let isFirst = false;
  for (const block of blocks) {
    if (block.is === "formula") {
      flowHtml.push(formulaHtml(block.display, source));
      const numbersHtml = writing.numbers.get(block.display.line);
      if (numbersHtml !== undefined) notes.push({ noteHtml: numbersHtml });
      const unchecked = reasonOf(block.display);
      if (unchecked !== undefined) notes.push({ unchecked });
      const fresh = symbolsIn(source.page, block.display.tex).filter((symbol) => !seen.has(symbol));
      for (const symbol of fresh) seen.add(symbol);
      if (fresh.length > 0) notes.push({ noteHtml: symbolList(source.page, fresh) });
      isFirst = true;
    } else if (block.is === "text") {
      for (const { text, offset } of paragraphs(block.text)) {
        const html = markdown(text, source, block.line + offset);
        if (isSourceNote(text)) sourceHtml.push(html);
        else if (isFirst && isShortReason(text)) reasons.push({ kind: "reason", noteHtml: html });
        else flowHtml.push(html);
        isFirst = false;
      }
    }
  }
  if (sourceHtml.length > 0) notes.push({ noteHtml: sourceNote({ sourceHtml }) });
  if (slipsHtml !== "") notes.push({ noteHtml: slipsHtml });
  return { isFigure: false, flowHtml, notes: [...reasons, ...notes].map(note) };
}
