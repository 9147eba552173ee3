/**
 * What a student has written, as the page has it and as derivation.md has it. Prose above a line is its reason; what
 * stands before the first line and behind the last one stays in the file, and the page does not show it.
 */
import { displaysIn, linesOf, rowsIn } from "../../../grader/derivation/written/lines-of.ts";

export interface WrittenLine {
  /** Prose that stands above it. */
  readonly reason: string;
  /** In LaTeX, or as people type it. */
  readonly text: string;
}

export interface Written {
  readonly head: string;
  readonly lines: readonly WrittenLine[];
  readonly tail: string;
}

/** The file. Lines with nothing in them are left out. */
export const fileOf = ({ head, lines, tail }: Written): string =>
  `${[
    head,
    ...lines
      .filter(({ text }) => !isBlank(text))
      .flatMap(({ reason, text }) => [asProse(reason), `$$${text.trim()}$$`]),
    tail,
  ]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n")}\n`;

/**
 * The file read.
 *
 * @param ownHead what the file begins with before anybody has written in it: what comes behind it is a reason
 */
export function writtenIn(markdown: string, ownHead = ""): Written {
  const rows = rowsIn(markdown);
  const lines: WrittenLine[] = [];
  let begun = 0;
  let before = "";
  for (const { from, to, lines: inside } of displaysIn(rows)) {
    before = [before, prose(rows, begun, from)].filter((part) => part !== "").join("\n\n");
    begun = to + 1;
    for (const { text } of inside) {
      lines.push({ reason: before, text: oneLine(text) });
      before = "";
    }
  }
  const tail = [before, prose(rows, begun, rows.length)].filter((part) => part !== "").join("\n\n");
  const [first, ...rest] = lines;
  if (first === undefined) return { head: tail, lines: [], tail: "" };
  const isOwn = first.reason.startsWith(ownHead);
  const head = isOwn ? ownHead : first.reason;
  const reason = isOwn ? first.reason.slice(ownHead.length).trim() : "";
  return { head, lines: [{ ...first, reason }, ...rest], tail };
}

/** A reason as it stands in the file: there it is no line, and hides none of those below it. */
function asProse(reason: string): string {
  const [first, ...more] = linesOf(`${reason}\n\n$$x$$`);
  if (first?.text === "x" && more.length === 0) return reason;
  return reason
    .replaceAll("$", "")
    .replaceAll("<!--", "<! --")
    .replace(/`{3,}|~{3,}/g, "'")
    .replace(/\\+\[/g, "[");
}

const prose = (rows: readonly string[], from: number, to: number): string =>
  rows.slice(from, to).join("\n").trim();

/** Whether there is nothing in a line yet but the sign that it begins with. */
export const isBlank = (text: string): boolean => /^\s*=?\s*$/.test(text);

/** What a line may hold, so that it is one line in the file as well: no row ends, no dollars, no comment. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\r\n]+/g, " ")
    .replaceAll("$", "")
    .replaceAll("<!--", "<! --");
