/** Who goes into a gradebook. */
import type { ClassResults, StudentResult } from "../../results.ts";
import { columnName } from "../../table/table.ts";

/**
 * With a roster, its students only: a gradebook has no row for a folder that belongs to nobody. Without one, all.
 */
export const gradedStudents = ({ roster, students }: ClassResults): readonly StudentResult[] =>
  roster === undefined ? students : students.filter(({ identifier }) => identifier !== undefined);

/** A column of the student's roster row, whatever its case; empty without one. */
export function rosterField({ roster }: StudentResult, ...columns: readonly string[]): string {
  for (const column of columns)
    for (const [name, value] of Object.entries(roster ?? {}))
      if (columnName(name) === columnName(column)) return value;
  return "";
}

/** First name and the rest: at the comma of "Lovelace, Ada", else at the last space. */
export function nameParts(name: string): readonly [first: string, last: string] {
  const comma = name.indexOf(",");
  if (comma >= 0) return [name.slice(comma + 1).trim(), name.slice(0, comma).trim()];
  const space = name.trim().lastIndexOf(" ");
  return space < 0 ? ["", name.trim()] : [name.trim().slice(0, space), name.trim().slice(space + 1)];
}
