/**
 * Moodle's grading worksheet, filled in for upload: grades and feedback go into their fields, and everything else stays
 * byte for byte as it came, as Moodle compares it with what it knows.
 */
import type { ClassResults, StudentResult } from "../../results.ts";
import type { Worksheet, WorksheetRow } from "../../roster/worksheet.ts";
import { encoded } from "../../table/bytes.ts";
import type { Cell } from "../../table/cells.ts";
import { totalOf } from "../grade.ts";
import { feedbackLines } from "./feedback.ts";
import { gradedStudents } from "./graded-students.ts";
import { asText } from "./table.ts";

interface Change {
  readonly cell: Cell;
  readonly text: string;
}

export function filledWorksheet(worksheet: Worksheet, results: ClassResults): Uint8Array {
  const changes = gradedStudents(results)
    .flatMap((student) => {
      const row = worksheet.rows.get(student.identifier ?? "");
      return row?.canBeChanged === true ? changesOf(student, row) : [];
    })
    .sort((a, b) => a.cell.from - b.cell.from);
  const pieces: string[] = [];
  let at = 0;
  for (const { cell, text } of changes) {
    pieces.push(worksheet.text.slice(at, cell.from), text);
    at = cell.to;
  }
  return encoded(pieces.join("") + worksheet.text.slice(at), worksheet.encoding);
}

/** Nothing where there is no grade; who is excused has none in Moodle, and gets the feedback that says so. */
function changesOf(student: StudentResult, row: WorksheetRow): readonly Change[] {
  const total = totalOf(student);
  if (total === undefined) return [];
  const grade = total === "excused" ? "" : scaled(total, student, row.maximum);
  const comment = feedbackLines(student)
    .map((line) => asHtml(asText(line)))
    .join("<br>");
  return [
    { cell: row.grade, text: grade },
    ...(row.feedback === undefined ? [] : [{ cell: row.feedback, text: `"${comment}"` }]),
  ];
}

/** With a decimal point, which Moodle understands in every language. */
function scaled(total: number, { exercises }: StudentResult, maximum: number | undefined): string {
  const all = exercises.reduce((sum, { maxScore }) => sum + maxScore, 0);
  const points = maximum === undefined || all === 0 || maximum === all ? total : (total * maximum) / all;
  return String(Math.round(100 * points) / 100);
}

/**
 * Moodle keeps feedback as HTML; without line ends, a row of the file stays a line. The semicolon of an entity begins
 * no formula either, where a spreadsheet parts fields at it.
 */
const asHtml = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, " ")
    .replace(/;(?=[=+\-@＝＋－＠])/g, "; ");
