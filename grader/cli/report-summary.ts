/** What a report says on the terminal. */

import { gradeOf } from "../class/outputs/grade.ts";
import type { ClassReport } from "../class/report-class.ts";
import type { RosterMatch, StudentResult } from "../class/results.ts";
import { type LookOptions, lookOf } from "../verdict/look.ts";
import { cut, padEnd, wrap } from "../verdict/width.ts";

const MOST = 12;

export function summaryOf(
  { results, fresh, known, faults, damaged }: ClassReport,
  out: string,
  ignored: readonly string[],
  options: LookOptions,
): string {
  const look = lookOf(options);
  const { students, exercises, roster, seed } = results;
  const lines: string[] = [];
  const add = (text: string, indent = ""): void => {
    for (const line of wrap(look.say(text), look.columns - indent.length)) lines.push(indent + line);
  };
  const list = (title: string, each: readonly string[]): void => {
    if (each.length === 0) return;
    add(`${title}: ${each.length}`);
    for (const one of each.slice(0, MOST))
      for (const [i, line] of wrap(look.say(one), look.columns - 4).entries())
        lines.push(`${i === 0 ? "  " : "    "}${line}`);
    if (each.length > MOST) lines.push(`  and ${each.length - MOST} more, in results.json`);
  };
  lines.push(look.bold(look.say(results.title)));
  add(
    `${count(students.length, "student")}, ${count(exercises.length, "exercise")}, seed ${seed}: ` +
      `${fresh} graded now, ${known} known from before`,
  );
  for (const { slug, maxScore } of exercises) {
    const all = students.flatMap((student) => student.exercises.find((each) => each.slug === slug) ?? []);
    const passed = all.filter(({ verdict }) => verdict?.status === "pass").length;
    const grades = all.map(gradeOf).filter((grade) => typeof grade === "number");
    const mean = grades.reduce((sum, grade) => sum + grade, 0) / Math.max(1, grades.length);
    lines.push(
      cut(
        `  ${padEnd(slug, 28)} ${String(passed).padStart(4)} passed, mean ${mean.toFixed(1)} of ${maxScore}`,
        look.columns,
      ),
    );
  }
  if (results.policy !== undefined) add(results.policy);
  if (roster !== undefined) rosterLines(roster, students, add, list);
  list("Not graded", students.flatMap(problemsOf));
  list("Remarks", students.flatMap(remarksOf));
  list("Beside the submissions", ignored);
  if (damaged > 0) add(`The journal had ${count(damaged, "damaged line")}: what they said was graded again.`);
  if (faults > 0)
    add("Some could not be graded, through no fault of the students; the same command tries them again.");
  add(`Written to ${out}`);
  return `${lines.join("\n")}\n`;
}

function rosterLines(
  roster: RosterMatch,
  students: readonly StudentResult[],
  add: (text: string) => void,
  list: (title: string, each: readonly string[]) => void,
): void {
  add(`Roster (${roster.format}): ${roster.matched.length} matched`);
  list(
    "Ambiguous",
    roster.ambiguous.map(({ folder, candidates }) => `${folder}: ${candidates.join(" or ")}?`),
  );
  list(
    "Groups",
    (roster.groups ?? []).map(({ name, folder, members }) =>
      name === folder ? `${folder}: ${members.join(", ")}` : `${name}, in ${folder}: ${members.join(", ")}`,
    ),
  );
  list("Folders that nobody has", roster.unmatchedFolders);
  const unclear = new Set(students.filter(isUnclear).map(({ identifier }) => identifier));
  list(
    "Students without a folder",
    roster.unmatchedRows.filter((row) => !unclear.has(row)),
  );
  for (const remark of roster.remarks ?? []) add(`${remark}.`);
}

const isUnclear = ({ exercises }: StudentResult): boolean =>
  exercises.some(({ absence }) => absence === "unclear");

function problemsOf({ folder, problem, exercises }: StudentResult): readonly string[] {
  if (problem !== undefined) return [`${folder}: ${problem}`];
  return exercises.flatMap((each) =>
    each.problem === undefined ? [] : [`${folder}, ${each.slug}: ${each.problem}`],
  );
}

/** Remarks that are not said as a problem already. */
function remarksOf({ folder, remarks, exercises }: StudentResult): readonly string[] {
  const said = new Set(exercises.map(({ problem }) => problem));
  return remarks.filter((each) => !said.has(each)).map((each) => `${folder}: ${each}`);
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
