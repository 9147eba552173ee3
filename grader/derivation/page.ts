/**
 * A derivation page as data: its symbols, its example, and its displayed formulas with the notes below them.
 */
import { type Given, givenIn } from "./example.ts";
import { type Declared, declaredIn } from "./symbols.ts";

/** A displayed formula. */
export interface Display {
  readonly tex: string;
  readonly line: number;
  /** The number of the step it stands in; 0 before the first. */
  readonly step: number;
  /** Why no machine holds it. */
  readonly unchecked?: string;
  /** Why nothing on the page holds what it defines. */
  readonly definition?: string;
  /** How far both sides of ≈ may lie apart: a number, or an order such as O(h^2). */
  readonly within?: number | string;
  /** The reference function that its last side is: `mseLoss(x, y, w, b) by w`. */
  readonly ends: readonly string[];
  /** Lines that a reader may take for this one. */
  readonly wrong?: readonly WrongLine[];
}

/** The formula with one text in the place of another, and what is wrong with that. */
export interface WrongLine {
  readonly from: string;
  readonly to: string;
  /** The name of a mistake of an exercise, or a sentence. */
  readonly says: string;
}

export interface Page {
  readonly file: string;
  readonly symbols: readonly Declared[];
  readonly displays: readonly Display[];
  /** The page's small example: what its symbols are there. */
  readonly example: readonly Given[];
}

/**
 * Reads a page.
 *
 * @throws SymbolError where a declaration cannot be read
 */
export function pageOf(markdown: string, file: string): Page {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const symbols: Declared[] = [];
  const displays: Display[] = [];
  const example: Given[] = [];
  let step = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (/^```/.test(line)) {
      const end = after(lines, i + 1, (text) => /^```/.test(text));
      if (/^```symbols\s*$/.test(line)) symbols.push(...declaredIn(lines.slice(i + 1, end), i + 2));
      if (/^```example\s*$/.test(line)) example.push(...givenIn(lines.slice(i + 1, end), i + 2));
      i = end;
    } else if (/^#{2,3}\s+Step\s+\d+/.test(line)) {
      step = Number(/\d+/.exec(line)?.[0]);
    } else if (/^\s*\$\$/.test(line)) {
      const end = closing(lines, i);
      const tex = lines
        .slice(i, end + 1)
        .join("\n")
        .trim()
        .replace(/^\$\$/, "")
        .replace(/\$\$$/, "");
      displays.push({ tex: tex.trim(), line: i + 1, step, ...notesBelow(lines, end + 1) });
      i = end;
    }
  }
  return { file, symbols, displays, example };
}

function after(lines: readonly string[], from: number, ends: (text: string) => boolean): number {
  for (let i = from; i < lines.length; i++) if (ends(lines[i] as string)) return i;
  return lines.length;
}

function closing(lines: readonly string[], start: number): number {
  if (/\S.*\$\$\s*$/.test((lines[start] as string).trim().slice(2))) return start;
  return after(lines, start + 1, (text) => /\$\$\s*$/.test(text));
}

/** The notes between a formula and what comes next. */
function notesBelow(lines: readonly string[], from: number): Omit<Display, "tex" | "line" | "step"> {
  let unchecked: string | undefined;
  let definition: string | undefined;
  let within: number | string | undefined;
  const ends: string[] = [];
  const wrong: WrongLine[] = [];
  for (const text of lines.slice(from)) {
    const [, word, rest = ""] = /^(unchecked|definition|within|ends|wrong):\s+(\S.*)$/.exec(text) ?? [];
    if (word === "unchecked") unchecked = rest;
    else if (word === "definition") definition = rest;
    else if (word === "within") within = Number.isNaN(Number(rest)) ? rest : Number(rest);
    else if (word === "ends") ends.push(rest);
    else if (word === "wrong") wrong.push(wrongLineOf(rest));
    else if (text.trim() !== "") break;
  }
  return {
    ends,
    ...(wrong.length === 0 ? {} : { wrong }),
    ...(unchecked === undefined ? {} : { unchecked }),
    ...(definition === undefined ? {} : { definition }),
    ...(within === undefined ? {} : { within }),
  };
}

/** `2 e -> e : sign-flipped`; with nothing behind the arrow, a text is left out. */
function wrongLineOf(text: string): WrongLine {
  const [, from = text, to = "", says = ""] = /^(.+?) ->(?: (.+?))? : (\S.*)$/.exec(text) ?? [];
  return { from, to, says };
}
