/** Tables beside the policy: times of submission, extensions, overrides. */
import { findSlug } from "../../course/exercises.ts";
import { hundredths, type Override } from "../results.ts";
import { type Finder, studentColumns } from "../roster/find-student.ts";
import { readTable } from "../table/read-table.ts";
import type { Row, Table } from "../table/table.ts";
import { Unusable } from "../usage.ts";
import { instantOf } from "./instant.ts";
import type { Extension } from "./lateness.ts";

/** By the key of a student and exercise; `*` is every exercise. */
export type ByStudent<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

interface Line {
  readonly where: string;
  readonly field: (...names: readonly string[]) => string | undefined;
  readonly key: string;
  readonly slug: string;
}

/** The rows of a table with the student and the exercise that each is about; a row of a group is one for each member. */
function* linesOf(
  path: string,
  what: string,
  find: Finder,
  strangers: "refused" | "left out",
): Generator<Line> {
  const table = readTable(path, what, (each) => each.has(...studentColumns));
  if (!table.has(...studentColumns))
    throw new Unusable(`${path}: a column that names the student (${studentColumns.join(", ")}), got none`);
  if (strangers === "refused") assertKnown(table, find);
  for (const row of table.rows) {
    const [keys, ...more] = find(table.field(row, ...studentColumns) ?? "");
    if (keys === undefined || more.length > 0) continue;
    const exercise = table.field(row, "exercise");
    const slug = exercise === undefined || exercise === "*" ? "*" : findSlug(exercise);
    const field = (...names: readonly string[]): string | undefined => table.field(row, ...names);
    for (const key of keys) yield { where: whereOf(table, row), field, key, slug };
  }
}

const whereOf = ({ path }: Table, { line }: Row): string => `${path}, row ${line}`;

/** Strangers that a message lists. */
const MOST = 5;

/** @throws Unusable that names all rows whose student is not to be found, so that they can be mended at once */
function assertKnown(table: Table, find: Finder): void {
  const unknown = table.rows.flatMap((row) => {
    const name = table.field(row, ...studentColumns) ?? "";
    const means = find(name).length;
    return means === 1
      ? []
      : [{ row, said: `${means > 1 ? "one that several have" : "nobody's"}: ${JSON.stringify(name)}` }];
  });
  const [first, ...rest] = unknown;
  if (first === undefined) return;
  const others = rest.slice(0, MOST - 1).map(({ row, said }) => `; row ${row.line}: ${said}`);
  const more = rest.length >= MOST ? `; and ${rest.length - MOST + 1} rows more` : "";
  throw new Unusable(
    `${whereOf(table, first.row)}: the name of a student of this class (folder, identifier, login or e-mail address), got ${first.said}${others.join("")}${more}`,
  );
}

function put<T>(all: Map<string, Map<string, T>>, key: string, slug: string, value: T): void {
  const own = all.get(key) ?? new Map<string, T>();
  all.set(key, own.set(slug, value));
}

const timeColumns = ["time", "submitted_at", "submission_timestamp", "datetime", "timestamp", "pushed_at"];

/** By student, then by `attempt/exercise`, of which either may be `*`; an attempt by its folder's name or its number. */
export function readTimes(path: string, find: Finder, zone?: string): ByStudent<number> {
  const times = new Map<string, Map<string, number>>();
  for (const { where, field, key, slug } of linesOf(path, "times of submission", find, "left out")) {
    const text = field(...timeColumns);
    // Somebody who handed nothing in has no time.
    if (text === undefined) continue;
    const which = `${field("attempt") ?? "*"}/${slug}`;
    const time = instantOf(text, where, zone);
    const before = times.get(key)?.get(which);
    if (before !== undefined && before !== time)
      throw new Unusable(
        `${where}: one time of submission for a student, an exercise and an attempt, got a second; keep the row of what is graded, or name attempts`,
      );
    put(times, key, which, time);
  }
  return times;
}

/** The time of an attempt at an exercise: the row that says most. */
export const timeIn = (
  times: ByStudent<number>,
  key: string,
  { name, number }: { readonly name: string; readonly number: number },
  slug: string,
): number | undefined => {
  const own = times.get(key);
  const found = [name, number, "*"]
    .flatMap((each) => [`${each}/${slug}`, `${each}/*`])
    .find((each) => own?.has(each));
  return found === undefined ? undefined : own?.get(found);
};

export function readExtensions(path: string, find: Finder, zone?: string): ByStudent<Extension> {
  const extensions = new Map<string, Map<string, Extension>>();
  for (const { where, field, key, slug } of linesOf(path, "extensions", find, "refused")) {
    const until = field("until", "due");
    const days = field("days");
    if (until === undefined && days === undefined) {
      if (field(...lateDaysColumns) !== undefined) continue;
      throw new Unusable(`${where}: until (a time), days or late_days (whole numbers), got none of them`);
    }
    if (days !== undefined && !/^\d{1,3}$/.test(days))
      throw new Unusable(`${where}: days as a whole number, got ${JSON.stringify(days)}`);
    if (extensions.get(key)?.has(slug) === true)
      throw new Unusable(`${where}: one extension for a student and an exercise, got a second`);
    put(extensions, key, slug, {
      ...(until === undefined ? {} : { until: instantOf(until, where, zone) }),
      ...(days === undefined ? {} : { days: Number(days) }),
    });
  }
  return extensions;
}

const lateDaysColumns = ["late_days", "late days", "latedays"];

/** Late days that the same table gives in addition, by the key of the student. They count for all exercises. */
export function readMoreLateDays(path: string, find: Finder): ReadonlyMap<string, number> {
  const more = new Map<string, number>();
  for (const { where, field, key, slug } of linesOf(path, "extensions", find, "refused")) {
    const days = field(...lateDaysColumns);
    if (days === undefined) continue;
    if (!/^\d{1,3}$/.test(days))
      throw new Unusable(`${where}: late_days as a whole number, got ${JSON.stringify(days)}`);
    if (slug !== "*")
      throw new Unusable(`${where}: late_days with * as the exercise, since they are for all; got ${slug}`);
    more.set(key, (more.get(key) ?? 0) + Number(days));
  }
  return more;
}

export const extensionIn = (all: ByStudent<Extension>, key: string, slug: string): Extension | undefined =>
  all.get(key)?.get(slug) ?? all.get(key)?.get("*");

/** What an instructor decides instead of the judge: a score, or that the exercise is not asked of the student. */
export type Decision = Override | { readonly excused: string };

export const decisionIn = (all: ByStudent<Decision>, key: string, slug: string): Decision | undefined =>
  all.get(key)?.get(slug) ?? all.get(key)?.get("*");

/** The word of Canvas for who is excused. */
export const isExcused = (score: string): boolean => /^(ex|excused)$/i.test(score.trim());

/**
 * `EX` excuses, and with `*` from every exercise. A score has at most two decimals, with a point or a comma.
 *
 * @param maxScores points of each exercise of the report
 */
export function readOverrides(
  path: string,
  find: Finder,
  maxScores: ReadonlyMap<string, number>,
): ByStudent<Decision> {
  const decisions = new Map<string, Map<string, Decision>>();
  for (const { where, field, key, slug } of linesOf(path, "overrides", find, "refused")) {
    const score = field("score") ?? "";
    const excuses = isExcused(score);
    const most = maxScores.get(slug);
    if (most === undefined && !(excuses && field("exercise") === "*"))
      throw new Unusable(`${where}: an exercise of this report, got ${slug === "*" ? "none" : slug}`);
    if (!excuses && !(/^\d{1,6}([.,]\d{1,2})?$/.test(score) && pointsOf(score) <= most!))
      throw new Unusable(
        `${where}: a score from 0 to ${most}, with at most two decimals, or EX, got ${JSON.stringify(score)}`,
      );
    const reason = field("reason", "comment");
    if (reason === undefined) throw new Unusable(`${where}: a reason for the override, got none`);
    if (decisions.get(key)?.has(slug) === true)
      throw new Unusable(`${where}: one override for a student and an exercise, got a second`);
    put(decisions, key, slug, excuses ? { excused: reason } : { score: pointsOf(score), reason });
  }
  return decisions;
}

const pointsOf = (score: string): number => hundredths(Number(score.replace(",", ".")));
