/**
 * A snapshot as a text: a line for the class, one for each student, and one that says how many there are, without
 * which the file is not whole. Fields at the end of a cell that say nothing are left out.
 */
import { type State, states } from "../../outputs/summary/state.ts";
import type { Cell, Snapshot, SnapshotExercise, SnapshotHead, SnapshotStudent } from "./snapshot.ts";

export const HISTORY_SCHEMA = "chainrule/history@1";

/** A letter for each state. */
const LETTERS = "pbsmrune";
const letterOf = (state: State): string => LETTERS[states.indexOf(state)]!;
const stateOfLetter = (letter: string): State | undefined => states[LETTERS.indexOf(letter)];

type Field = string | number | null | readonly string[];

export function* textOf({ students, ...head }: Snapshot): Generator<string> {
  yield `${JSON.stringify({ schema: HISTORY_SCHEMA, ...head })}\n`;
  for (const { cells, ...who } of students)
    yield `${JSON.stringify({ ...who, cells: cells.map(fieldsOf) })}\n`;
  yield `${JSON.stringify({ students: students.length })}\n`;
}

function fieldsOf({ state, score, file, signs, mistakes, off, isByHand, isKept }: Cell): readonly Field[] {
  // All checks of a right answer passed.
  const shown = state === "passed" && !/[^p]/.test(signs) ? "" : signs;
  const fields: Field[] = [
    letterOf(state),
    score ?? null,
    file,
    shown,
    mistakes,
    off,
    (isByHand ? 1 : 0) + (isKept ? 2 : 0),
  ];
  const says = fields.findLastIndex((field, i) => field !== UNSAID[i] && !isEmpty(field));
  return fields.slice(0, says + 1);
}

/** What each field is taken for where it is left out. */
const UNSAID: readonly (Field | undefined)[] = [undefined, null, "", "", undefined, 0, 0];

const isEmpty = (field: Field): boolean => Array.isArray(field) && field.length === 0;

/** What no line of a snapshot is. */
export class Damaged extends Error {}

/** @throws Damaged unless the text is a whole snapshot of this form */
export function snapshotIn(text: string): Snapshot {
  const lines = text.split("\n");
  const head = parsed(lines[0]) as (SnapshotHead & { readonly schema: string }) | undefined;
  const end = parsed(lines.at(-2)) as { readonly students: number } | undefined;
  const isWhole =
    lines.at(-1) === "" && lines.length >= 3 && head !== undefined && end?.students === lines.length - 3;
  if (!isWhole) throw new Damaged("it is not whole");
  if (head.schema !== HISTORY_SCHEMA) throw new Damaged(`${HISTORY_SCHEMA} expected`);
  if (!isHead(head)) throw new Damaged("its first line is another's");
  const { at, title, seed, digest, exercises } = head;
  const students = lines.slice(1, -2).map((line) => studentIn(line, exercises));
  return { at, title, seed, digest, exercises, students };
}

const isHead = ({ at, exercises }: SnapshotHead): boolean =>
  typeof at === "string" &&
  !Number.isNaN(Date.parse(at)) &&
  Array.isArray(exercises) &&
  exercises.every(
    ({ slug, maxScore, checks }: SnapshotExercise) =>
      typeof slug === "string" && typeof maxScore === "number" && Array.isArray(checks),
  );

function parsed(line: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(line ?? "");
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function studentIn(line: string, exercises: readonly SnapshotExercise[]): SnapshotStudent {
  const student = parsed(line) as { folder: string; identifier?: string; cells: Field[][] } | undefined;
  if (
    typeof student?.folder !== "string" ||
    !Array.isArray(student.cells) ||
    student.cells.length !== exercises.length
  )
    throw new Damaged("a line of it is damaged");
  const { folder, identifier } = student;
  const cells = student.cells.map((fields, e) => cellIn(fields, exercises[e]!));
  return { folder, ...(typeof identifier === "string" ? { identifier } : {}), cells };
}

function cellIn(fields: readonly Field[], { checks }: SnapshotExercise): Cell {
  const [letter, score, file = "", signs = "", mistakes = [], off = 0, marks = 0] = fields;
  const state = stateOfLetter(String(letter));
  if (state === undefined) throw new Damaged("a cell of it is damaged");
  return {
    state,
    ...(typeof score === "number" ? { score } : {}),
    file: String(file ?? ""),
    signs: state === "passed" && signs === "" ? "p".repeat(checks.length) : String(signs),
    mistakes: Array.isArray(mistakes) ? mistakes : [],
    off: Number(off),
    isByHand: marks === 1 || marks === 3,
    isKept: marks === 2 || marks === 3,
  };
}
