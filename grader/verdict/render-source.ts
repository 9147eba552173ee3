/**
 * A line of the submission with a caret under the place that is meant.
 */
import type { Look } from "./look.ts";
import { clean, headOf, padStart, widthOf } from "./width.ts";

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly lineText?: string;
}

const TAB = 4;

/** `file:line:column`, the line itself and the caret; a long line is cut around the caret. */
export function renderPlace(place: Place, look: Look): readonly string[] {
  if (place.line === undefined) return [];
  const position = `:${place.line}${place.column === undefined ? "" : `:${place.column}`}`;
  const where = `    at ${fileEnd(look.say(place.file), look.columns - 7 - position.length, look)}${position}`;
  // A very long line is cut before it comes here: a caret under what is left would point at something else.
  if (place.lineText === undefined || (place.column ?? 1) > place.lineText.length + 1) return [where];
  const gutter = `${padStart(String(place.line), 6)} | `;
  const { text, caret } = around(place.lineText, place.column, look.columns - gutter.length, look);
  const lines = [where, "", look.dim(gutter) + look.say(text)];
  return caret === undefined
    ? lines
    : [...lines, look.dim(`${" ".repeat(gutter.length - 2)}| `) + " ".repeat(caret) + look.red("^")];
}

/** The end of a path, which says more than its beginning. */
export function fileEnd(path: string, width: number, look: Look): string {
  if (widthOf(path) <= width) return path;
  let end = path;
  while (end !== "" && widthOf(look.dots) + widthOf(end) > width) end = end.replace(/^./su, "");
  return look.dots + end;
}

/** The part of a line around its column, tabs expanded, and the caret's offset in it. */
function around(
  line: string,
  column: number | undefined,
  room: number,
  look: Look,
): { text: string; caret: number | undefined } {
  const before = show(line.slice(0, Math.max(0, (column ?? 1) - 1)), look);
  const after = show(line.slice(Math.max(0, (column ?? 1) - 1)), look);
  const caret = column === undefined ? undefined : widthOf(before);
  if (widthOf(before) + widthOf(after) <= room) {
    // A caret just behind a full line would hang over the edge.
    return { text: before + after, caret: caret === undefined ? undefined : Math.min(caret, room - 1) };
  }
  const dots = widthOf(look.dots);
  const left = Math.floor(room / 2);
  let start = before;
  while (start !== "" && widthOf(start) > left) start = start.replace(/^./su, "");
  const lead = start === before ? start : look.dots + start;
  const rest = room - widthOf(lead);
  const tail = widthOf(after) <= rest ? after : headOf(after, Math.max(0, rest - dots)) + look.dots;
  return { text: lead + tail, caret: caret === undefined ? undefined : widthOf(lead) };
}

/** Tabs as spaces first: cleaning would make each of them a single one. */
function show(text: string, look: Look): string {
  return look.say(clean(text.replaceAll("\t", " ".repeat(TAB))));
}
