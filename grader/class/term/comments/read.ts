/**
 * Comments to students: a folder of Markdown notes by student and exercise.
 *
 *     comments/ada/ex10.md        on an exercise
 *     comments/ada/general.md     on the whole
 *     comments/ada.md             the same
 *
 * A name means whom it means in the other tables: a folder, an identifier, a login, an address, or a group. Notes of
 * exercises that are not in this report wait for theirs. What reaches nobody is named, and stops nothing: a student
 * who has left is no fault.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readSubmission, Unreadable } from "../../../box/read.ts";
import { findSlug } from "../../../course/exercises.ts";
import { UsageError } from "../../../usage-error.ts";
import { cleanLines } from "../../../verdict/width.ts";
import type { ClassResults, Comment } from "../../results.ts";
import { keyOf } from "../../results.ts";
import type { Finder } from "../../roster/find-student.ts";
import { Unusable } from "../../usage.ts";

export interface Comments {
  /** By the key of the student. */
  readonly all: ReadonlyMap<string, readonly Comment[]>;
  /** Files that reach nobody, each with the reason. */
  readonly lost: readonly string[];
}

const ENDING = /\.(?:md|markdown)$/i;
const GENERAL = "general";

/** @throws Unusable unless there is such a folder */
export function readComments(folder: string, find: Finder): Comments {
  const all = new Map<string, Comment[]>();
  const lost: string[] = [];
  for (const [shown, student, exercise] of notesIn(folder, lost))
    try {
      const keys = ownersOf(student, find);
      const slug = exercise.toLowerCase() === GENERAL ? undefined : findSlug(exercise);
      const { source, garbled } = readSubmission(join(folder, shown));
      if (garbled !== undefined) throw new Unreadable(garbled.message);
      const text = cleanLines(source.replace(/\r\n?/g, "\n")).join("\n").trim();
      if (text === "") continue;
      for (const key of keys)
        all.set(key, [...(all.get(key) ?? []), { ...(slug === undefined ? {} : { slug }), text }]);
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof UsageError)) throw error;
      lost.push(`${shown}: ${error.message.replace(`${join(folder, shown)}: `, "")}`);
    }
  return { all, lost };
}

type Note = readonly [shown: string, student: string, exercise: string];

function* notesIn(folder: string, lost: string[]): Generator<Note> {
  for (const entry of entriesOf(folder)) {
    if (!entry.isDirectory()) {
      if (ENDING.test(entry.name)) yield [entry.name, entry.name.replace(ENDING, ""), GENERAL];
      else lost.push(`${entry.name}: a note that ends in .md expected`);
      continue;
    }
    for (const { name } of entriesOf(join(folder, entry.name))) {
      const shown = `${entry.name}/${name}`;
      if (ENDING.test(name)) yield [shown, entry.name, name.replace(ENDING, "")];
      else lost.push(`${shown}: a note that ends in .md expected`);
    }
  }
}

/** Hidden ones are those of editors and systems. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith("."))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Unusable(
      `--comments ${folder}: a folder of notes such as ada/ex10.md expected, ${code === "ENOENT" ? "there is none" : `it cannot be read (${code})`}`,
    );
  }
}

function ownersOf(student: string, find: Finder): readonly string[] {
  const [keys, ...more] = find(student);
  if (keys === undefined) throw new Unreadable("nobody of this class is called so");
  if (more.length > 0) throw new Unreadable("several are called so; name the folder by an identifier");
  return keys;
}

/** The results with the comments that are on them as a whole, or on one of their exercises. */
export function withComments(results: ClassResults, { all }: Comments): ClassResults {
  if (all.size === 0) return results;
  const slugs = new Set(results.exercises.map(({ slug }) => slug));
  const students = results.students.map((student) => {
    const own = all.get(keyOf(student))?.filter(({ slug }) => slug === undefined || slugs.has(slug)) ?? [];
    return own.length === 0 ? student : { ...student, comments: own };
  });
  return { ...results, students };
}
