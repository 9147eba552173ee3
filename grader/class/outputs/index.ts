/**
 * What comes out of grading a class: a report for the instructor, a page for each student, tables for gradebooks, and
 * everything as JSON. Pure: the same results give the same texts.
 */
import { type ClassResults, keyOf } from "../results.ts";
import type { Worksheet } from "../roster/worksheet.ts";
import type { Term } from "../term/history/term.ts";
import type { Regrade } from "../term/regrade/regrade.ts";
import { commentFiles } from "./comments/files.ts";
import { canvasExercises, canvasTotal } from "./csv/canvas.ts";
import { gradescope } from "./csv/gradescope.ts";
import { lateDays } from "./csv/late-days.ts";
import { moodle } from "./csv/moodle.ts";
import { plain } from "./csv/plain.ts";
import { regradeFiles } from "./csv/regrade.ts";
import { termFiles } from "./csv/term.ts";
import { filledWorksheet } from "./csv/worksheet.ts";
import { LazyFiles } from "./lazy-files.ts";
import { reportPage } from "./page/report.ts";
import { studentPage } from "./page/student.ts";
import { resultPieces } from "./results-json.ts";
import { safeNames } from "./safe-name.ts";
import { summarise } from "./summary/summary.ts";

/** What a report is made of besides the results. */
export interface Beside {
  /** The roster, where Moodle takes it back filled in. */
  readonly worksheet?: Worksheet;
  readonly term?: Term;
  readonly regrade?: Regrade;
}

/** Texts by path, with `/` between folders. */
export function outputFiles(results: ClassResults, beside: Beside = {}): LazyFiles {
  const { worksheet, term, regrade } = beside;
  const pages = safeNames(results.students.map(keyOf));
  return new LazyFiles([
    ["report.html", () => reportPage(results, summarise(results), pages, beside)],
    ["results.csv", () => plain(results)],
    ["canvas.csv", () => canvasTotal(results)],
    ["canvas-exercises.csv", () => canvasExercises(results)],
    ["moodle.csv", () => moodle(results)],
    ...(worksheet === undefined
      ? []
      : [["moodle-worksheet.csv", () => [filledWorksheet(worksheet, results)]] as const]),
    ["gradescope.csv", () => gradescope(results)],
    ["results.json", () => resultPieces(results)],
    ...(results.students.some((student) => student.lateDays !== undefined)
      ? [["late-days.csv", () => lateDays(results)] as const]
      : []),
    ...(regrade === undefined ? [] : regradeFiles(results, regrade)),
    ...commentFiles(results),
    ...(term === undefined ? [] : termFiles(results, term)),
    ...results.students.map(
      (student) =>
        [`students/${pages.get(keyOf(student))}.html`, () => studentPage(results, student)] as const,
    ),
  ]);
}
