/** What a report says on the terminal. */
import { remarkWords } from "../../class/collect/remarks.ts";
import { type NoGrade, noGrades } from "../../class/no-grade.ts";
import { counted, namedRow } from "../../class/outputs/names.ts";
import { type Cells, cellLines, cellsOf } from "../../class/outputs/summary/cells.ts";
import { remarksByKind } from "../../class/outputs/summary/remarks.ts";
import type { ClassReport } from "../../class/report-class.ts";
import type { ClassResults, RosterMatch } from "../../class/results.ts";
import type { LookOptions } from "../../verdict/look.ts";
import { cut, padEnd } from "../../verdict/width.ts";
import { lateDaysLines } from "./late-days.ts";
import { linesOn } from "./lines.ts";
import { regradeLines } from "./regrade.ts";
import type { Say, Show } from "./say.ts";
import { termLines } from "./term.ts";

/** Remarks of a kind: how many there are matters more than each. */
const MOST_REMARKS = 4;
/** The others are in regrade.csv. */
const MOST_REGRADED = 20;

export function summaryOf(
  { results, term, regrade, lostHistory, lostComments, fresh, known, damaged }: ClassReport,
  out: string,
  options: LookOptions,
): string {
  const { look, lines, say, show, text } = linesOn(options);
  const { students, exercises, roster, seed } = results;
  lines.push(look.bold(look.say(results.title)));
  const cells = cellsOf(results);
  const { head, kinds } = cellLines(cells);
  say(head);
  for (const kind of kinds) say(kind, "  ");
  say(
    `${counted(students.length, "student")}, ${counted(exercises.length, "exercise")}, seed ${seed}: ` +
      `${fresh} graded now, ${known} known already`,
  );
  for (const line of exerciseLines(results)) lines.push(cut(line, look.columns));
  if (results.policy !== undefined) say(results.policy);
  if (roster !== undefined) rosterLines(results, roster, cells, say, show);
  openCells(cells, show);
  if (regrade !== undefined) regradeLines(results, regrade, say, show, MOST_REGRADED);
  lateDaysLines(results, say, show, 6);
  termLines(results, term, say, show);
  for (const { kind, lines: found } of remarksByKind(students)) {
    const title = `Remarks, ${remarkWords[kind].toLowerCase()}`;
    if (kind === "not-taken") say(`${title}: ${found.length}, see above`);
    else
      show(
        title,
        found.map(({ student, text }) => `${student.folder}: ${text}`),
        MOST_REMARKS,
      );
  }
  show("Beside the submissions", results.beside ?? []);
  commentLines(results, say);
  show("Notes that reach nobody", lostComments);
  show("Earlier executions that cannot be read, and are left out", lostHistory);
  if (damaged > 0)
    say(`The journal had ${counted(damaged, "damaged line")}: what they said was graded again.`);
  say(`Written to ${out}`);
  return text();
}

function commentLines({ students }: ClassResults, say: Say): void {
  const own = students.flatMap(({ comments = [] }) => (comments.length === 0 ? [] : [comments.length]));
  if (own.length === 0) return;
  const all = own.reduce((sum, each) => sum + each, 0);
  say(`${counted(all, "comment")} for ${counted(own.length, "student")}`);
}

function exerciseLines({ exercises, students }: ClassResults): readonly string[] {
  return exercises.map(({ slug, maxScore }) => {
    const all = students.flatMap((student) => student.exercises.find((each) => each.slug === slug) ?? []);
    const passed = all.filter(({ verdict }) => verdict?.status === "pass").length;
    const grades = all.flatMap(({ score }) => score ?? []);
    const mean = grades.reduce((sum, score) => sum + score, 0) / grades.length;
    const points = grades.length === 0 ? "no grade" : `mean ${mean.toFixed(1)} of ${maxScore}`;
    return `  ${padEnd(slug, 28)} ${String(passed).padStart(4)} passed, ${points}`;
  });
}

function rosterLines(
  { students }: ClassResults,
  roster: RosterMatch,
  { open }: Cells,
  say: Say,
  show: Show,
): void {
  say(`Roster (${roster.format}): ${roster.matched.length} matched`);
  show(
    "Ambiguous",
    roster.ambiguous.map(({ folder, candidates }) => `${folder}: ${candidates.join(" or ")}?`),
  );
  show(
    "Groups",
    (roster.groups ?? []).map(({ name, folder, members }) =>
      name === folder ? `${folder}: ${members.join(", ")}` : `${name}, in ${folder}: ${members.join(", ")}`,
    ),
  );
  show("Folders that nobody has", roster.unmatchedFolders);
  const unclear = new Set(open.unclear.map(({ student }) => student.identifier));
  show(
    "Students without a folder",
    roster.unmatchedRows.filter((row) => !unclear.has(row)).map(namedRow(students)),
  );
  for (const remark of roster.remarks ?? []) say(`${remark}.`);
}

/** What is said elsewhere, or is nothing to look at. */
const UNLISTED: readonly NoGrade[] = ["missing", "excused"];

const TITLES: Partial<Record<NoGrade, string>> = {
  "not judged": "Not judged",
  unclear: "Unclear whose",
  unreadable: "Not readable as the work",
};

function openCells({ open }: Cells, show: Show): void {
  for (const reason of noGrades.filter((each) => !UNLISTED.includes(each))) {
    const lines = open[reason].map(({ student, result }) =>
      student.problem !== undefined
        ? `${student.folder}: ${student.problem}`
        : `${student.folder}, ${result.slug}: ${result.problem ?? result.verdict?.error ?? reason}`,
    );
    show(TITLES[reason] ?? reason, [...new Set(lines)]);
  }
}
