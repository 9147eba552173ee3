/** The list of a class: what the former Classroom, Canvas, Moodle and Classroom 50 export, or a simple table. */
import type { RosterMatch } from "../results.ts";
import { readTable } from "../table/read-table.ts";
import type { Row, Table } from "../table/table.ts";
import { Unusable } from "../usage.ts";
import * as columns from "./columns.ts";
import { assertThere, givenColumns, guessedColumns, isThere, shownColumns } from "./given-columns.ts";
import { isNoStudent, isSum } from "./no-student.ts";
import { type RosterRow, rosterRow } from "./row.ts";
import { normal } from "./texts.ts";

export interface Roster {
  readonly path: string;
  readonly format: RosterMatch["format"];
  readonly rows: readonly RosterRow[];
  readonly table: Table;
  /** Where each role's text stands; roles that the table has no column for are left out. */
  readonly names: columns.Names;
  /** What was left out of the file, one line each. */
  readonly leftOut: readonly string[];
}

interface Format {
  readonly format: RosterMatch["format"];
  readonly names: columns.Names;
}

/**
 * A grading worksheet is what Moodle takes back: who, the grade, and when it was changed. Its groups need no care: what
 * a group hands in, Moodle puts into a folder for each member.
 */
const isWorksheet = (table: Table, given: columns.Names): boolean => {
  const { participant, grade, modified } = { ...columns.worksheet, ...given };
  return (
    table.has(...(participant ?? [])) &&
    table.has(...(grade ?? [])) &&
    (table.has(...(modified ?? [])) || (given.participant !== undefined && given.grade !== undefined))
  );
};

function formatOf(table: Table, given: columns.Names): Format | undefined {
  if (isWorksheet(table, given))
    return { format: "moodle", names: { ...columns.moodle, ...columns.worksheet, group: [], ...given } };
  const { first = [], last = [], email = [] } = columns.moodle;
  if (table.has("github_username") && table.has("identifier", "roster_identifier"))
    return { format: "classroom", names: { ...columns.classroom, ...given } };
  const isNamed = table.has("student") || (table.has("lastname") && table.has("firstname"));
  if (isNamed && table.has("id", "sis user id", "sis login id"))
    return { format: "canvas", names: { ...columns.canvas, ...given } };
  if (table.has(...first) && table.has(...last, ...email))
    return { format: "moodle", names: { ...columns.moodle, ...given } };
  const names = { ...columns.simple, ...given };
  const isSimple =
    table.has(
      ...[columns.simple.id, columns.simple.github, columns.simple.email, columns.repositories].flatMap(
        (each) => each ?? [],
      ),
    ) || [given.id, given.email, given.github, given.participant].some((each) => each !== undefined);
  return isSimple ? { format: "simple", names } : undefined;
}

/**
 * @param given columns as `--columns` names them
 * @throws Unusable unless it is such a table and every row names somebody else
 */
export function readRoster(path: string, given?: string): Roster {
  const named = given === undefined ? {} : givenColumns(given);
  const table = readTable(
    path,
    "a roster",
    (each) => isThere(each, named) && formatOf(each, named) !== undefined,
  );
  assertThere(table, named);
  const format = formatOf(table, named);
  const student = format === undefined ? table.header.find((name) => /^\S+@\S+\.\S+$/.test(name)) : undefined;
  if (student !== undefined)
    throw new Unusable(
      `${path}: the names of the columns in the first row expected, such as email; got a student, ${student}; put them above`,
    );
  if (format === undefined)
    throw new Unusable(
      `${path}: the header of a roster (identifier,name,github, or an export of Classroom, Canvas or Moodle), got ${shownColumns(table)}; say which is which, such as --columns ${guessedColumns(table)}`,
    );
  const logins = counted(table, (row) => table.field(row, ...(format.names.github ?? [])));
  const seen = new Map<string, number>();
  const leftOut: string[] = [];
  if (table.above > 0)
    leftOut.push(`The columns are named in row ${table.above + 1}; what stands above is left out`);
  const rows = table.rows.flatMap((row): readonly RosterRow[] => {
    if (isNoStudent(table, row, format.format, { isFirst: seen.size === 0 })) return [];
    const read = rosterRow(table, row, format, (login) => (logins.get(normal(login)) ?? 0) < 2);
    if (isSum(row, read?.identifier)) {
      leftOut.push(`Row ${row.line} is no student: ${JSON.stringify(read?.identifier ?? firstText(row))}`);
      return [];
    }
    if (read === undefined)
      throw new Unusable(
        `${path}: row ${row.line} names nobody: an identifier expected, got none; delete the row if it is no student; its columns are ${shownColumns(table)}; if one of them tells students apart, say which: --columns id="…"`,
      );
    if (ROUNDED.test(read.identifier))
      throw new Unusable(
        `${path}: row ${row.line}: an identifier expected, got ${read.identifier}, which a spreadsheet has rounded; export the list again, and have that column read as text`,
      );
    const before = seen.get(normal(read.identifier));
    if (before !== undefined)
      throw new Unusable(
        `${path}: row ${row.line} names the same student as row ${before}: ${read.identifier}`,
      );
    seen.set(normal(read.identifier), row.line);
    return [read];
  });
  if (rows.length === 0) throw new Unusable(`${path}: a row a student expected, there is none`);
  return { path, ...format, rows, table, leftOut };
}

/** `1,23457E+11`: of a long number its last digits are gone. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;

const firstText = ({ cells }: Row): string =>
  cells.map(({ text }) => text.trim()).find((text) => text !== "") ?? "";

function counted(table: Table, text: (row: Row) => string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const key = normal(text(row) ?? "");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
