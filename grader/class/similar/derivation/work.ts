/**
 * A written derivation as what one compares: each side of a line in a form without the names that somebody chose and
 * without an order of factors, its spelling, and the words between the lines.
 */
import type { Expression } from "../../../derivation/expression.ts";
import { FormulaError } from "../../../derivation/formula-error.ts";
import type { Scope } from "../../../derivation/scope.ts";
import { sortedForm } from "../../../derivation/written/canonical.ts";
import type { Given } from "../../../derivation/written/given.ts";
import { type Display, displaysIn, MOST_LINES, rowsIn } from "../../../derivation/written/lines-of.ts";
import { withOwnName } from "../../../derivation/written/own-name.ts";
import { parted } from "../../../derivation/written/parted.ts";
import { LONGEST_LINE, readSide } from "../../../derivation/written/read-side.ts";
import { withoutNames } from "../../../derivation/written/without-names.ts";
import type { Verdict } from "../../../verdict/verdict.ts";
import { signsIn } from "./signs.ts";

/** What the judge said of the line. `slip`: a wrong one that has a name. `odd`: says nothing, or cannot be read. */
export type Kind = "right" | "idle" | "wrong" | "slip" | "follows" | "odd";

export interface Item {
  readonly kind: Kind;
  /** The same for everybody who wrote this with other letters, brackets, or in another order. */
  readonly form: string;
  /** The signs that it is typed with, in any order, one letter for another. */
  readonly shape: string;
  /** The row that its line begins in, from 0. */
  readonly row: number;
}

export interface Word {
  readonly text: string;
  readonly row: number;
  /** Counts up with each sentence: nothing runs from one into another. */
  readonly sentence: number;
}

export interface Work {
  readonly folder: string;
  readonly rows: readonly string[];
  readonly items: readonly Item[];
  readonly words: readonly Word[];
  /** Manners of typing. */
  readonly signs: ReadonlySet<string>;
}

const MOST_WORDS = 4000;

export function workOf(folder: string, markdown: string, given: Given, verdict?: Verdict): Work {
  const rows = rowsIn(markdown);
  const displays = displaysIn(rows);
  const lines = displays.flatMap((display) => display.lines).slice(0, MOST_LINES);
  const signs = new Set(lines.flatMap(({ text }) => signsIn(text)));
  return { folder, rows, items: itemsOf(lines, given, verdict), words: wordsOf(rows, displays), signs };
}

function itemsOf(lines: Display["lines"], { scope, start }: Given, verdict?: Verdict): Item[] {
  const own = new Set<string>();
  const first = sortedForm(withoutNames(start, scope));
  let reading = scope;
  return lines.flatMap(({ text, line }, i): Item[] => {
    const { sides, relations } = parted(text.slice(0, LONGEST_LINE));
    const [left, right] = sides;
    // A name of one's own passes like an idle line, and is none.
    const kind = relations[0] === ":=" ? "right" : kindOf(i, verdict);
    if (relations[0] === ":=" && left !== undefined && right !== undefined)
      reading = named(left.text, right.text, reading, own);
    return sides
      .slice(relations[0] === ":=" ? 1 : 0)
      .map((side) => ({
        kind,
        form: formOf(side, reading, own),
        shape: shapeOf(side.text),
        row: line - 1,
      }))
      .filter(({ form, shape }) => shape !== "" && form !== first);
  });
}

const shapeOf = (text: string): string =>
  (text.match(/\\[a-zA-Z]+|\\.|\S/gu) ?? [])
    .map((sign) => (/^\p{L}$/u.test(sign) ? "a" : sign))
    .sort()
    .join(" ");

function named(left: string, right: string, scope: Scope, own: Set<string>): Scope {
  try {
    const wider = withOwnName(left, right, scope);
    for (const { keys } of wider.symbols.slice(scope.symbols.length)) own.add(keys[0] as string);
    return wider;
  } catch (error) {
    if (error instanceof FormulaError) return scope;
    throw error;
  }
}

function formOf(side: Parameters<typeof readSide>[0], scope: Scope, own: ReadonlySet<string>): string {
  try {
    const read: Expression = readSide(side, scope).read;
    return sortedForm(withoutNames(read, scope, own));
  } catch (error) {
    if (error instanceof FormulaError) return side.text.replace(/\s+/g, "");
    throw error;
  }
}

function kindOf(i: number, verdict?: Verdict): Kind {
  const check = verdict?.checks.find(({ id }) => id === `line ${i + 1}/line`);
  if (check === undefined) return "right";
  const { status, finding, maxPoints } = check;
  if (status === "pass") return maxPoints === 0 ? "idle" : "right";
  if (status === "skipped") return "follows";
  // Many take a step too much at once.
  if (finding?.title === "A JUMP") return "right";
  if (finding?.code === "wrong-value") return finding.mistake === undefined ? "wrong" : "slip";
  return "odd";
}

/** Words outside of all displays, formulas among them as one word. */
function wordsOf(rows: readonly string[], displays: readonly Display[]): Word[] {
  const inside = new Set(
    displays.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)),
  );
  const words: Word[] = [];
  let sentence = 0;
  for (const [row, text] of rows.entries()) {
    if (inside.has(row) || text.trim() === "") sentence++;
    else
      for (const part of wordsIn(text)) {
        if (part === ".") sentence++;
        else if (words.length < MOST_WORDS) words.push({ text: part, row, sentence });
      }
  }
  return words;
}

/** Words, formulas as #, and where sentences end. */
const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\$[^$]*\$|`[^`]*`/g, " # ")
    .match(/#|[\p{L}\p{N}']+|[.!?;](?=\s|$)/gu)
    ?.map((part) => (/^[!?;]$/.test(part) ? "." : part)) ?? [];
