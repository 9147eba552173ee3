/** A derivation's Markdown as the page lays it out: steps, and in them formulas, figures and text. */

import { checkPage } from "../../../grader/derivation/check-page.ts";
import type { CheckedDisplay } from "../../../grader/derivation/checked.ts";
import { type Page, pageOf } from "../../../grader/derivation/page.ts";
import { SymbolError } from "../../../grader/derivation/symbols.ts";
import { ends } from "../../../reference/ends.ts";
import { type Problem, SiteError } from "../problem.ts";

export type Block =
  | { readonly is: "formula"; readonly display: CheckedDisplay }
  | { readonly is: "figure"; readonly id: string; readonly line: number }
  | { readonly is: "text"; readonly text: string; readonly line: number };

export interface Step {
  /** Its number; 0 for what stands before the first. */
  readonly number: number;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Ending {
  readonly text: string;
  readonly line: number;
}

/** The parts behind the last step. */
const ENDINGS = ["In three lines", "What if"];

export interface Derivation {
  /** "mse-line" */
  readonly name: string;
  /** From the root. */
  readonly file: string;
  readonly text: string;
  readonly title: string;
  readonly steps: readonly Step[];
  /** What stands under a heading that is no step's, by the heading: `In three lines`, `What if`. */
  readonly ending: ReadonlyMap<string, Ending>;
  readonly page: Page;
  readonly displays: readonly CheckedDisplay[];
}

/**
 * Reads a derivation and holds all its relations.
 *
 * @throws SiteError with every relation that is false or cannot be read
 */
export function readDerivation(name: string, given: string): Derivation {
  const file = `site/derivations/${name}.md`;
  const text = given.replaceAll("\r\n", "\n");
  const page = readPage(text, file);
  const { displays, faults } = checkPage(page, ends);
  if (faults.length > 0)
    throw new SiteError(
      faults.map(({ line, step, tex, what }) => ({ file, line, where: tex, what: `step ${step}: ${what}` })),
    );
  const lines = text.split("\n");
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new SiteError([{ file, line: 1, what: "a page begins with `# its title`" }]);
  return {
    name,
    file,
    text,
    title,
    page,
    displays,
    steps: stepsIn(lines.slice(0, endOf(lines)), page, displays, file),
    ending: endingIn(lines),
  };
}

const isEnding = (line: string): boolean => ENDINGS.includes(line.replace(/^## /, "").trim());

function endOf(lines: readonly string[]): number {
  const at = lines.findIndex(isEnding);
  return at < 0 ? lines.length : at;
}

function endingIn(lines: readonly string[]): Map<string, Ending> {
  const heads = lines.flatMap((line, i) => (isEnding(line) ? [i] : []));
  return new Map(
    heads.map((head, k) => [
      (lines[head] as string).slice(3).trim(),
      {
        text: lines
          .slice(head + 1, heads[k + 1])
          .join("\n")
          .trim(),
        line: head + 2,
      },
    ]),
  );
}

function readPage(text: string, file: string): Page {
  try {
    return pageOf(text, file);
  } catch (error) {
    if (!(error instanceof SymbolError)) throw error;
    throw new SiteError([{ file, line: error.line, where: error.text, what: error.message }]);
  }
}

/** Where a displayed formula ends: on its own line, or on the next one that closes it. */
function lastLineOf(lines: readonly string[], start: number): number {
  if (/\S.*\$\$\s*$/.test((lines[start] ?? "").trim().slice(2))) return start;
  const end = lines.findIndex((text, i) => i > start && /\$\$\s*$/.test(text));
  return end < 0 ? lines.length : end;
}

const NOTE = /^(?:unchecked|definition|within|ends|wrong):\s/;

function stepsIn(
  lines: readonly string[],
  page: Page,
  displays: readonly CheckedDisplay[],
  file: string,
): Step[] {
  const byLine = new Map(page.displays.map(({ line }, i) => [line, displays[i]]));
  const problems: Problem[] = [];
  const steps: { number: number; title: string; blocks: Block[] }[] = [{ number: 0, title: "", blocks: [] }];
  let waiting: string[] = [];
  let first = 0;
  const flush = (): void => {
    const text = waiting.join("\n").trim();
    if (text !== "") steps.at(-1)?.blocks.push({ is: "text", text, line: first });
    waiting = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const fence = /^```(\w*)/.exec(line)?.[1];
    if (fence === "symbols" || fence === "figure" || fence === "example") {
      flush();
      const end = lines.findIndex((text, k) => k > i && text.startsWith("```"));
      const id = lines
        .slice(i + 1, end)
        .join("")
        .trim();
      if (fence === "figure") steps.at(-1)?.blocks.push({ is: "figure", id, line: i + 2 });
      i = end < 0 ? lines.length : end;
    } else if (/^\s*\$\$/.test(line)) {
      flush();
      const display = byLine.get(i + 1);
      if (display === undefined)
        problems.push({ file, line: i + 1, where: line, what: "this formula has no end" });
      else steps.at(-1)?.blocks.push({ is: "formula", display });
      i = lastLineOf(lines, i);
      while (NOTE.test(lines[i + 1] ?? "") || (lines[i + 1] ?? "x").trim() === "") i++;
    } else if (/^#{1,3} /.test(line)) {
      flush();
      const [, number, title] = /^#{2,3}\s+Step\s+(\d+)[:.]?\s*(.*)$/.exec(line) ?? [];
      if (number !== undefined) steps.push({ number: Number(number), title: title ?? "", blocks: [] });
      else if (!line.startsWith("# ")) waiting.push(line);
    } else {
      if (waiting.length === 0) first = i + 1;
      waiting.push(line);
    }
  }
  flush();
  if (problems.length > 0) throw new SiteError(problems);
  return steps;
}
