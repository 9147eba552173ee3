/**
 * What comes out of grading a class: a report for the instructor, a page for each student, tables for gradebooks, and
 * everything as JSON. Pure: the same results give the same texts.
 */
import { type ClassResults, keyOf } from "../results.ts";
import type { Worksheet } from "../roster/worksheet.ts";
import { canvasExercises, canvasTotal } from "./csv/canvas.ts";
import { gradescope } from "./csv/gradescope.ts";
import { moodle } from "./csv/moodle.ts";
import { plain } from "./csv/plain.ts";
import { filledWorksheet } from "./csv/worksheet.ts";
import { LazyFiles } from "./lazy-files.ts";
import { reportPage } from "./page/report.ts";
import { studentPage } from "./page/student.ts";
import { resultPieces } from "./results-json.ts";
import { safeNames } from "./safe-name.ts";
import { summarise } from "./summary/summary.ts";

/**
 * Texts by path, with `/` between folders.
 *
 * @param worksheet the roster, where Moodle takes it back filled in
 */
export function outputFiles(results: ClassResults, worksheet?: Worksheet): LazyFiles {
  const pages = safeNames(results.students.map(keyOf));
  return new LazyFiles([
    ["report.html", () => reportPage(results, summarise(results), pages)],
    ["results.csv", () => plain(results)],
    ["canvas.csv", () => canvasTotal(results)],
    ["canvas-exercises.csv", () => canvasExercises(results)],
    ["moodle.csv", () => moodle(results)],
    ...(worksheet === undefined
      ? []
      : [["moodle-worksheet.csv", () => [filledWorksheet(worksheet, results)]] as const]),
    ["gradescope.csv", () => gradescope(results)],
    ["results.json", () => resultPieces(results)],
    ...results.students.map(
      (student) =>
        [`students/${pages.get(keyOf(student))}.html`, () => studentPage(results, student)] as const,
    ),
  ]);
}
