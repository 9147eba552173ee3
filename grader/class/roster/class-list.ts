/** Who is in the class: each folder's students, and the students without one. */
import { type Decision, isExcused } from "../policy/tables.ts";
import { type ClassExercise, keyOf, type RosterMatch, type StudentName } from "../results.ts";
import { Unusable } from "../usage.ts";
import { type Assignments, assignmentsIn } from "./assignments.ts";
import { repositories } from "./columns.ts";
import { type Finder, studentFinder } from "./find-student.ts";
import { moodleFolder } from "./folder-names.ts";
import { type Matched, matchRoster } from "./match.ts";
import { type Roster, readRoster } from "./roster.ts";
import type { RosterRow } from "./row.ts";
import { type Worksheet, worksheetOf } from "./worksheet.ts";

export interface Absent {
  readonly name: StudentName;
  readonly absence: "missing" | "unclear";
  readonly problem: string;
}

export interface ClassList {
  /** Whose a folder is: one name, or those of a group. */
  readonly namesOf: (folder: string) => readonly StudentName[];
  readonly absent: readonly Absent[];
  readonly find: Finder;
  /** Whom the gradebook that came with the roster excuses, by key and exercise. */
  readonly excused: ReadonlyMap<string, ReadonlyMap<string, Decision>>;
  readonly match?: RosterMatch;
  readonly worksheet?: Worksheet;
}

export interface Listed {
  readonly folders: readonly string[];
  /** What the names of clones begin with, where it is known. */
  readonly prefix?: string;
  /** Who handed in together, by folder, where the download says so. */
  readonly handedInBy?: ReadonlyMap<string, readonly string[]>;
  readonly exercises: readonly ClassExercise[];
  readonly title: { readonly text: string; readonly isTyped: boolean };
}

/** A class without a roster: each folder is a student. */
export function folderList({ folders, prefix }: Pick<Listed, "folders" | "prefix">): ClassList {
  const find = studentFinder(
    folders.map((folder) => ({ folder })),
    () => undefined,
    prefix,
  );
  return { namesOf: (folder) => [{ folder }], absent: [], find, excused: new Map() };
}

/**
 * @param columns what `--columns` says
 * @throws Unusable if the roster cannot be read, or names nobody of the class
 */
export function rosterList(path: string, columns: string | undefined, listed: Listed): ClassList {
  const roster = readRoster(path, columns);
  const matched = matchRoster(roster, listed.folders, listed.prefix, listed.handedInBy);
  if (matched.owners.size === 0 && matched.report.ambiguous.length === 0)
    throw new Unusable(nobody(roster, listed.folders));
  const assignments = assignmentsIn(roster, listed.exercises, listed.title);
  const worksheet = worksheetOf(roster);
  const rows = new Map<string, RosterRow>();
  const noted = (name: StudentName, row: RosterRow): StudentName => {
    rows.set(keyOf(name), row);
    return name;
  };
  const names = new Map(
    listed.folders.map((folder): [string, readonly StudentName[]] => {
      const { rows: own = [], group } = matched.owners.get(folder) ?? {};
      return [
        folder,
        own.length === 0 ? [{ folder }] : own.map((row) => noted(nameOf(folder, row, group), row)),
      ];
    }),
  );
  const absent = matched.open.map(({ row, folders }): Absent => {
    const { identifier } = row;
    const key = listed.folders.includes(identifier) ? `${identifier} (roster)` : identifier;
    return { name: noted(nameOf(key, row), row), ...whyAbsent(folders) };
  });
  const everybody = [...[...names.values()].flat(), ...absent.map(({ name }) => name)];
  const rowOf = (key: string): RosterRow | undefined => rows.get(key);
  return {
    namesOf: (folder) => names.get(folder) ?? [{ folder }],
    absent,
    find: studentFinder(everybody, rowOf, listed.prefix),
    excused: excusedIn(everybody, assignments, listed.exercises),
    match: reportOf(roster, matched, assignments, worksheet, listed.exercises),
    ...(worksheet === undefined ? {} : { worksheet }),
  };
}

const MOST = 3;
const some = (all: readonly string[]): string =>
  all.length > MOST ? `${all.slice(0, MOST).join(", ")} and ${all.length - MOST} more` : all.join(" or ");

const whyAbsent = (folders: readonly string[]): Omit<Absent, "name"> =>
  folders.length === 0
    ? { absence: "missing", problem: "there is no folder of this student" }
    : {
        absence: "unclear",
        problem: `unclear whether ${some(folders)} is meant; a column "folder" in the roster settles it`,
      };

function nobody({ path, table, names, rows }: Roster, folders: readonly string[]): string {
  const roles = ["folder", "participant", "id", "github", "email", "name", "first", "last", "group"] as const;
  const asked = roles.map((role) => table.place(...(names[role] ?? [])));
  const more = ["sis login id", "sis user id", "id", "username", ...repositories].map((each) =>
    table.place(each),
  );
  const tried = new Set(
    [...asked, ...more].flatMap((place) => (place === undefined ? [] : [table.header[place]!])),
  );
  const mend = folders.some(moodleFolder)
    ? 'Take Moodle\'s grading worksheet, which has the numbers of its folders, or say which is which: --columns name="…"'
    : 'Give it a column "folder", or say which is which: --columns github="…"';
  return `${path}: none of its ${rows.length} students has a folder; tried the columns ${[...tried].join(", ")}; the folders are called ${some(folders.map((folder) => JSON.stringify(folder)))}. ${mend}`;
}

function excusedIn(
  students: readonly StudentName[],
  { total, exercises: own }: Assignments,
  exercises: readonly ClassExercise[],
): ClassList["excused"] {
  const excused = new Map<string, Map<string, Decision>>();
  for (const student of students)
    for (const { slug } of exercises)
      for (const header of [total, own[slug]])
        if (header !== undefined && isExcused(student.roster?.[header] ?? "")) {
          const decisions = excused.get(keyOf(student)) ?? new Map<string, Decision>();
          excused.set(keyOf(student), decisions.set(slug, { excused: `EX in ${header}` }));
        }
  return excused;
}

function reportOf(
  { table, leftOut }: Roster,
  { report }: Matched,
  { remarks: said, ...assignments }: Assignments,
  worksheet: Worksheet | undefined,
  exercises: readonly ClassExercise[],
): RosterMatch {
  const remarks = [...leftOut, ...said];
  if (table.source.encoding.name === "windows-1252")
    remarks.push(
      'It is not UTF-8 and was read as Windows-1252: if letters look wrong, save it as "CSV UTF-8"',
    );
  const maxScore = exercises.reduce((sum, each) => sum + each.maxScore, 0);
  const filled = [...(worksheet?.rows.values() ?? [])];
  const other = filled.find(({ maximum }) => maximum !== undefined && maximum !== maxScore)?.maximum;
  if (other !== undefined)
    remarks.push(
      `Moodle: the maximum is ${other} there and ${maxScore} here, so grades in the worksheet are scaled`,
    );
  const locked = filled.filter(({ canBeChanged }) => !canBeChanged).length;
  if (locked > 0)
    remarks.push(`Moodle: ${locked} of ${filled.length} grades cannot be changed and stay as they are`);
  return {
    ...report,
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(assignments.total === undefined && Object.keys(assignments.exercises).length === 0
      ? {}
      : { assignments }),
  };
}

function nameOf(folder: string, row: RosterRow, group?: string): StudentName {
  const { identifier, name, github, email } = row;
  return {
    folder,
    ...(group === undefined ? {} : { group }),
    identifier,
    ...(name === undefined ? {} : { name }),
    ...(github === undefined ? {} : { github }),
    ...(email === undefined ? {} : { email }),
    roster: row.row,
  };
}
