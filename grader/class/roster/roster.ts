/** The list of a class: what the former Classroom, Canvas, Moodle and Classroom 50 export, or a simple table. */
import { field, hasColumn, type Row, readTable, type Table } from "../csv.ts";
import type { RosterMatch } from "../results.ts";
import { Unusable } from "../usage.ts";

export interface RosterRow {
  readonly identifier: string;
  readonly name?: string;
  readonly github?: string;
  readonly email?: string;
  /** What a folder may be called after: the text as compared, and what it is. */
  readonly keys: ReadonlyMap<string, string>;
  /** By the file's own header. */
  readonly row: Row;
}

export interface Roster {
  readonly format: RosterMatch["format"];
  readonly rows: readonly RosterRow[];
}

/** Texts that mean the same: letters composed, case and outer spaces left out. */
export const normal = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** A name whatever the order of its parts: "Lovelace, Ada" is "Ada Lovelace". */
export const normalName = (text: string): string =>
  normal(text)
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .sort()
    .join(" ");

interface Fields {
  readonly identifier: string | undefined;
  readonly name: string | undefined;
  readonly github: string | undefined;
  readonly email: string | undefined;
  /** Further texts that name a student. */
  readonly also: readonly (readonly [what: string, text: string | undefined])[];
}

type Reader = (row: Row) => Fields | undefined;

const classroom: Reader = (row) => ({
  identifier: field(row, "identifier") ?? field(row, "github_username"),
  name: field(row, "name"),
  github: field(row, "github_username"),
  email: undefined,
  also: [],
});

const canvas: Reader = (row) => {
  const name = field(row, "student");
  // The first rows of a gradebook say how many points there are; its last one is the teacher's own test.
  if (name === undefined || /^(points possible|student, test)$/i.test(name)) return undefined;
  const login = field(row, "sis login id");
  return {
    identifier: login ?? field(row, "sis user id") ?? field(row, "id"),
    name,
    github: field(row, "github", "github_username"),
    email: login?.includes("@") === true ? login : field(row, "email"),
    also: [
      ["SIS login", login],
      ["SIS user id", field(row, "sis user id")],
      ["Canvas id", field(row, "id")],
    ],
  };
};

const moodle: Reader = (row) => {
  const parts = [field(row, "first name"), field(row, "surname", "last name")].filter(
    (part) => part !== undefined,
  );
  const email = field(row, "email address");
  return {
    identifier: field(row, "id number") ?? email,
    name: parts.length === 0 ? undefined : parts.join(" "),
    github: field(row, "github", "github_username"),
    email,
    also: [["user name", field(row, "username")]],
  };
};

const simple: Reader = (row) => {
  const github = field(row, "github", "github_username", "username");
  const parts = [field(row, "first_name"), field(row, "last_name")].filter((part) => part !== undefined);
  return {
    identifier: field(row, "identifier", "id") ?? github ?? field(row, "email"),
    name: field(row, "name") ?? (parts.length === 0 ? undefined : parts.join(" ")),
    github,
    email: field(row, "email"),
    also: [],
  };
};

const READERS: Readonly<Record<RosterMatch["format"], Reader>> = { classroom, canvas, moodle, simple };

function formatOf(table: Table): RosterMatch["format"] | undefined {
  if (hasColumn(table, "github_username") && hasColumn(table, "identifier")) return "classroom";
  if (hasColumn(table, "student") && hasColumn(table, "id", "sis user id", "sis login id")) return "canvas";
  if (hasColumn(table, "first name") && hasColumn(table, "surname", "last name", "email address"))
    return "moodle";
  return hasColumn(table, "identifier", "github", "username", "email") ? "simple" : undefined;
}

/** @throws Unusable unless it is such a table and every row names somebody else */
export function readRoster(path: string): Roster {
  const table = readTable(path, "a roster");
  const format = formatOf(table);
  if (format === undefined)
    throw new Unusable(
      `${path}: the header of a roster (identifier,name,github, or an export of Classroom, Canvas or Moodle), got ${table.header.slice(0, 6).join(",")}`,
    );
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap(({ line, row }) => {
    const fields = READERS[format](row);
    if (fields === undefined) return [];
    if (fields.identifier === undefined)
      throw new Unusable(`${path}: row ${line} names nobody: an identifier expected, got none`);
    const before = seen.get(normal(fields.identifier));
    if (before !== undefined)
      throw new Unusable(
        `${path}: row ${line} names the same student as row ${before}: ${fields.identifier}`,
      );
    seen.set(normal(fields.identifier), line);
    return [rosterRow({ ...fields, identifier: fields.identifier }, row)];
  });
  if (rows.length === 0) throw new Unusable(`${path}: a row a student expected, there is none`);
  return { format, rows };
}

function rosterRow(
  { identifier, name, github, email, also }: Fields & { identifier: string },
  row: Row,
): RosterRow {
  const keys = new Map<string, string>();
  const add = (what: string, text: string | undefined): void => {
    if (text !== undefined && normal(text) !== "" && !keys.has(normal(text))) keys.set(normal(text), what);
  };
  add("GitHub login", github);
  add("identifier", identifier);
  for (const [what, text] of also) add(what, text);
  add("e-mail address", email);
  add("name in the e-mail address", email?.split("@")[0]);
  if (identifier.includes("@")) add("name in the e-mail address", identifier.split("@")[0]);
  if (name !== undefined) add("name", normalName(name));
  return {
    identifier,
    keys,
    row,
    ...(name === undefined ? {} : { name }),
    ...(github === undefined ? {} : { github }),
    ...(email === undefined ? {} : { email }),
  };
}
