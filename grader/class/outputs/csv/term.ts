/** The term as tables: exercises, checks, mistakes and students day by day, and what moved. */
import type { ClassResults } from "../../results.ts";
import { hundredths } from "../../results.ts";
import { shareOf } from "../../term/changes/changes.ts";
import type { Term } from "../../term/history/term.ts";
import { movementOf } from "../summary/moved.ts";
import { items } from "./items.ts";
import { csvOf, type Field } from "./table.ts";

type File = readonly [path: string, make: () => Iterable<string>];

export const termFiles = (results: ClassResults, term: Term): readonly File[] => [
  ["term/exercises.csv", () => csvOf(exerciseRows(term), { bom: true })],
  ["term/checks.csv", () => csvOf(checkRows(term), { bom: true })],
  ["term/items.csv", () => items(results, term)],
  ["term/mistakes.csv", () => csvOf(mistakeRows(term), { bom: true })],
  ["term/students.csv", () => csvOf(studentRows(results, term), { bom: true })],
  ["term/moved.csv", () => csvOf(movedRows(results, term), { bom: true })],
];

const percentOf = (part: number, whole: number): Field =>
  whole === 0 ? "" : hundredths((100 * part) / whole);

function* exerciseRows({ days }: Term): Generator<readonly Field[]> {
  yield ["date", "graded_at", "exercise", "students", "begun", "passed", "mean_percent"];
  for (const { date, at, exercises } of days)
    for (const [slug, { students, begun, passed, shares, graded }] of exercises)
      yield [date, at, slug, students, begun, passed, percentOf(shares, graded)];
}

function* checkRows({ days }: Term): Generator<readonly Field[]> {
  yield ["date", "exercise", "check", "begun", "passed", "passed_percent"];
  for (const { date, exercises } of days)
    for (const [slug, { checks }] of exercises)
      for (const [id, { of, passed }] of checks) yield [date, slug, id, of, passed, percentOf(passed, of)];
}

function* mistakeRows({ days }: Term): Generator<readonly Field[]> {
  yield ["date", "exercise", "mistake", "students"];
  for (const { date, exercises } of days)
    for (const [slug, { mistakes }] of exercises)
      for (const [name, count] of mistakes) yield [date, slug, name, count];
}

function* studentRows({ students }: ClassResults, { days, progress }: Term): Generator<readonly Field[]> {
  yield ["date", "folder", "identifier", "name", "passed"];
  for (const [d, { date }] of days.entries())
    for (const [s, { folder, identifier, name }] of students.entries())
      yield [date, folder, identifier ?? "", name ?? "", progress[s]![d]];
}

function* movedRows({ students }: ClassResults, { changes }: Term): Generator<readonly Field[]> {
  yield [
    ...[
      "since",
      "folder",
      "identifier",
      "name",
      "exercise",
      "movement",
      "before",
      "max_before",
      "now",
      "max_now",
    ],
    ...["percent_before", "percent_now", "why"],
  ];
  for (const change of changes?.all ?? []) {
    const { student, slug, before, maxBefore, now, max, why } = change;
    const { folder, identifier, name } = students[student]!;
    const share = (cell: typeof now, most: number): Field => {
      const part = shareOf(cell, most);
      return part === undefined ? "" : hundredths(100 * part);
    };
    yield [
      ...[changes!.before.at, folder, identifier ?? "", name ?? "", slug, movementOf(change)],
      ...[before.score, maxBefore, now.score, max, share(before, maxBefore), share(now, max), why.join("; ")],
    ];
  }
}
