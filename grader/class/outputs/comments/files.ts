/**
 * Comments for the places where students read: an upload of feedback files for Moodle, a request for Canvas, results
 * for an autograder of Gradescope. Each is there where somebody has a comment and the roster has what it takes.
 */
import { type ClassResults, hundredths, type StudentResult } from "../../results.ts";
import { worksheet as columns } from "../../roster/columns.ts";
import { gradedStudents, rosterField } from "../csv/graded-students.ts";
import { totalOf } from "../grade.ts";
import { shownName } from "../names.ts";
import { studentPage } from "../page/student.ts";
import { commentText } from "./texts.ts";
import { zipOf } from "./zip.ts";

type File = readonly [path: string, make: () => Iterable<string | Uint8Array>];

export function commentFiles(results: ClassResults): readonly File[] {
  const students = gradedStudents(results).filter(({ comments = [] }) => comments.length > 0);
  const participants = students.flatMap((student): [StudentResult, string][] => {
    const number = participantOf(results, student);
    return number === undefined ? [] : [[student, number]];
  });
  const canvas = students.filter((student) => canvasId(results, student) !== undefined);
  const addressed = students.filter(({ email }) => email !== undefined);
  return [
    ...(participants.length === 0
      ? []
      : [["moodle-feedback.zip", () => zipOf(moodleEntries(results, participants))] as const]),
    ...(canvas.length === 0
      ? []
      : [["canvas-comments.json", () => [canvasRequest(results, canvas)]] as const]),
    ...(addressed.length === 0
      ? []
      : [["gradescope-comments.json", () => [gradescopeResults(addressed)]] as const]),
  ];
}

/** Moodle's number of a participant, from its worksheet or from the name of the folder that it made. */
function participantOf({ roster }: ClassResults, student: StudentResult): string | undefined {
  const cell = rosterField(student, ...(columns.participant ?? []));
  const isWorksheet = roster?.format === "moodle" && /^\D*[a-z]\D*\d+$/i.test(cell);
  return (
    /_(\d+)_assignsubmission_/.exec(student.folder)?.[1] ?? (isWorksheet ? /\d+$/.exec(cell)?.[0] : undefined)
  );
}

/** Moodle finds whose a file is by its folder: name, number, kind and name of the plugin, parted by `_`. */
function* moodleEntries(
  results: ClassResults,
  participants: readonly (readonly [StudentResult, string])[],
): Generator<readonly [path: string, text: string]> {
  for (const [student, number] of participants) {
    const name = shownName(student)
      .replace(/[_/\\:*?"<>|\s]+/g, " ")
      .replace(/^[.~\s]+|[.\s]+$/g, "");
    yield [
      `${name}_${number}_assignfeedback_file_/feedback.html`,
      [...studentPage(results, student)].join(""),
    ];
  }
}

function canvasId({ roster }: ClassResults, student: StudentResult): string | undefined {
  const id = roster?.format === "canvas" ? rosterField(student, "ID").trim() : "";
  return /^\d+$/.test(id) ? id : undefined;
}

/** The body of POST /api/v1/courses/COURSE/assignments/ASSIGNMENT/submissions/update_grades: comments, no grades. */
const canvasRequest = (results: ClassResults, students: readonly StudentResult[]): string =>
  `${JSON.stringify({
    grade_data: Object.fromEntries(
      students.map((student) => [canvasId(results, student), { text_comment: commentText(student) }]),
    ),
  })}\n`;

/** By e-mail address, what an autograder writes to results.json. Without a grade there is no score. */
function gradescopeResults(students: readonly StudentResult[]): string {
  const entries = students.map((student) => {
    const total = totalOf(student);
    const score = typeof total === "number" ? { score: hundredths(total) } : {};
    const output = { output: commentText(student), output_format: "md", visibility: "visible" };
    return [student.email!.trim().toLowerCase(), { ...score, ...output }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}
