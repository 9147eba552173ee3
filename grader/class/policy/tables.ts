/** Tables beside the policy: times of submission, extensions, overrides. */
import { findSlug } from "../../cli/exercises.ts";
import { field, hasColumn, type Row, readTable } from "../csv.ts";
import type { Override } from "../results.ts";
import { studentColumns } from "../roster/find-student.ts";
import { Unusable } from "../usage.ts";
import { instantOf } from "./instant.ts";
import type { Extension } from "./lateness.ts";

/** Who a row means; none or several where it is not clear. */
export type Finder = (text: string) => readonly string[];

/** By folder and exercise; `*` is every exercise. */
export type ByStudent<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

interface Line {
  readonly where: string;
  readonly row: Row;
  readonly folder: string;
  readonly slug: string;
}

/** The rows of a table with the student and the exercise that each is about. */
function* linesOf(
  path: string,
  what: string,
  find: Finder,
  strangers: "refused" | "left out",
): Generator<Line> {
  const table = readTable(path, what);
  if (!hasColumn(table, ...studentColumns))
    throw new Unusable(`${path}: a column that names the student (${studentColumns.join(", ")}), got none`);
  for (const { line, row } of table.rows) {
    const where = `${path}, row ${line}`;
    const name = field(row, ...studentColumns) ?? "";
    const [folder, ...more] = find(name);
    if (folder === undefined || more.length > 0) {
      if (strangers === "left out") continue;
      const got = more.length > 0 ? "one that several have" : "nobody's";
      throw new Unusable(
        `${where}: the name of a student of this class, got ${got}: ${JSON.stringify(name)}`,
      );
    }
    const exercise = field(row, "exercise");
    yield { where, row, folder, slug: exercise === undefined || exercise === "*" ? "*" : findSlug(exercise) };
  }
}

function put<T>(all: Map<string, Map<string, T>>, folder: string, slug: string, value: T): void {
  const own = all.get(folder) ?? new Map<string, T>();
  all.set(folder, own.set(slug, value));
}

const timeColumns = ["time", "submitted_at", "submission_timestamp", "datetime", "timestamp", "pushed_at"];

/** By folder, then by `attempt/exercise`, of which either may be `*`; an attempt by its folder's name or its number. */
export function readTimes(path: string, find: Finder, zone?: string): ByStudent<number> {
  const times = new Map<string, Map<string, number>>();
  for (const { where, row, folder, slug } of linesOf(path, "times of submission", find, "left out")) {
    const text = field(row, ...timeColumns);
    // Somebody who handed nothing in has no time.
    if (text === undefined) continue;
    put(times, folder, `${field(row, "attempt") ?? "*"}/${slug}`, instantOf(text, where, zone));
  }
  return times;
}

/** The time of an attempt at an exercise: the row that says most. */
export const timeIn = (
  times: ByStudent<number>,
  folder: string,
  { name, number }: { readonly name: string; readonly number: number },
  slug: string,
): number | undefined => {
  const own = times.get(folder);
  const keys = [name, number, "*"].flatMap((each) => [`${each}/${slug}`, `${each}/*`]);
  const key = keys.find((each) => own?.has(each));
  return key === undefined ? undefined : own?.get(key);
};

export function readExtensions(path: string, find: Finder, zone?: string): ByStudent<Extension> {
  const extensions = new Map<string, Map<string, Extension>>();
  for (const { where, row, folder, slug } of linesOf(path, "extensions", find, "refused")) {
    const until = field(row, "until", "due");
    const days = field(row, "days");
    if (until === undefined && days === undefined)
      throw new Unusable(`${where}: until (a time) or days (a whole number), got neither`);
    if (days !== undefined && !/^\d{1,3}$/.test(days))
      throw new Unusable(`${where}: days as a whole number, got ${JSON.stringify(days)}`);
    put(extensions, folder, slug, {
      ...(until === undefined ? {} : { until: instantOf(until, where, zone) }),
      ...(days === undefined ? {} : { days: Number(days) }),
    });
  }
  return extensions;
}

export const extensionIn = (all: ByStudent<Extension>, folder: string, slug: string): Extension | undefined =>
  all.get(folder)?.get(slug) ?? all.get(folder)?.get("*");

/** @param maxScores points of each exercise of the report */
export function readOverrides(
  path: string,
  find: Finder,
  maxScores: ReadonlyMap<string, number>,
): ByStudent<Override> {
  const overrides = new Map<string, Map<string, Override>>();
  for (const { where, row, folder, slug } of linesOf(path, "overrides", find, "refused")) {
    const most = maxScores.get(slug);
    if (most === undefined)
      throw new Unusable(`${where}: an exercise of this report, got ${slug === "*" ? "none" : slug}`);
    const score = field(row, "score") ?? "";
    if (!/^\d{1,6}$/.test(score) || Number(score) > most)
      throw new Unusable(
        `${where}: a score from 0 to ${most} as a whole number, got ${JSON.stringify(score)}`,
      );
    const reason = field(row, "reason", "comment");
    if (reason === undefined) throw new Unusable(`${where}: a reason for the override, got none`);
    if (overrides.get(folder)?.has(slug) === true)
      throw new Unusable(`${where}: one override for a student and an exercise, got a second`);
    put(overrides, folder, slug, { score: Number(score), reason });
  }
  return overrides;
}
