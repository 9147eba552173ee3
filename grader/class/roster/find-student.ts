/** Finds the students that a row of a further table means. */
import { keyOf, type StudentName } from "../results.ts";
import type { RosterRow } from "./row.ts";
import { normal, normalName } from "./texts.ts";

/** The columns that may name a student. */
export const studentColumns = [
  "folder",
  "student",
  "identifier",
  "github_username",
  "github",
  "username",
  "login",
  "email",
  "email address",
  "id number",
  "group",
  "name",
] as const;

/** Whom a text may mean: each is the key of one student, or the keys of a whole group. */
export type Finder = (text: string) => readonly (readonly string[])[];

/**
 * A text means the folder's own name, or what the roster or the name of a clone says. What several members of a group
 * share means all of them.
 */
export function studentFinder(
  students: readonly StudentName[],
  rowOf: (key: string) => RosterRow | undefined,
  prefix = "",
): Finder {
  const groups = new Map<string, string[]>();
  for (const student of students)
    if (student.group !== undefined)
      groups.set(student.folder, [...(groups.get(student.folder) ?? []), keyOf(student)]);
  const found = new Map<string, Map<string, readonly string[]>>();
  const add = (text: string, keys: readonly string[]): void => {
    const all = found.get(normal(text)) ?? new Map<string, readonly string[]>();
    found.set(normal(text), all.set(keys.join("\n"), keys));
  };
  for (const student of students) {
    const key = keyOf(student);
    const { folder, group } = student;
    const everybody = groups.get(folder) ?? [key];
    add(folder, everybody);
    if (prefix !== "" && normal(folder).startsWith(normal(prefix)))
      add(normal(folder).slice(normal(prefix).length), everybody);
    if (group !== undefined) add(group, everybody);
    for (const [text, kind] of rowOf(key)?.keys ?? []) {
      const isShared = kind !== "name" && everybody.filter((each) => rowOf(each)?.keys.has(text)).length > 1;
      add(text, isShared ? everybody : [key]);
    }
  }
  return (text) => [...(found.get(normal(text)) ?? found.get(normalName(text)) ?? new Map()).values()];
}
