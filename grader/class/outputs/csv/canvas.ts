/**
 * A gradebook for Canvas: who it is up to the section, then assignments; the second row has the points possible. With
 * an export of Canvas the columns of who it is are its own, in its order, as its import wants them.
 */
import type { ClassResults, StudentResult } from "../../results.ts";
import { columnName } from "../../table/table.ts";
import { type Grade, gradeOf, totalOf } from "../grade.ts";
import { idOf } from "../names.ts";
import { gradedStudents, rosterField } from "./graded-students.ts";
import { csvOf, type Field } from "./table.ts";

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

/** What Canvas itself writes before the assignments. */
const known = new Set(
  [...columns, "LastName", "FirstName", "Integration ID", "Root Account"].map(columnName),
);

/** The export's own columns; undefined where the roster is none of Canvas. */
function ownColumns(results: ClassResults): readonly string[] | undefined {
  if (results.roster?.format !== "canvas") return undefined;
  const [student] = gradedStudents(results);
  const own = Object.keys(student?.roster ?? {}).filter((name) => known.has(columnName(name)));
  // An export that was cut down lacks what the import asks for.
  return own.some((name) => columnName(name) === "lastname") || own.length >= columns.length ? own : columns;
}

function identity(student: StudentResult, own: readonly string[] | undefined): readonly string[] {
  if (own !== undefined) return own.map((column) => rosterField(student, column));
  const { name, folder, identifier, github } = student;
  return [name ?? folder, "", identifier ?? "", identifier === undefined ? (github ?? folder) : "", ""];
}

/** Canvas has a word for who is excused; what is left empty it leaves as it is. */
const fieldOf = (grade: Grade): Field => (grade === "excused" ? "EX" : (grade ?? ""));

function canvas(
  results: ClassResults,
  assignments: readonly { readonly title: string; readonly maxScore: number }[],
  grades: (student: StudentResult) => readonly Grade[],
): Iterable<string> {
  const own = ownColumns(results);
  const who = own ?? columns;
  const rows: Field[][] = [
    [...who, ...assignments.map(({ title }) => title)],
    ["Points Possible", ...who.slice(1).map(() => ""), ...assignments.map(({ maxScore }) => maxScore)],
    ...gradedStudents(results).map((student) => [...identity(student, own), ...grades(student).map(fieldOf)]),
  ];
  return csvOf(rows);
}

/** The total as one assignment. */
export const canvasTotal = (results: ClassResults): Iterable<string> =>
  canvas(
    results,
    [
      {
        title: results.roster?.assignments?.total ?? results.title,
        maxScore: results.exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
      },
    ],
    (student) => [totalOf(student)],
  );

/** Each exercise as an assignment. */
export const canvasExercises = (results: ClassResults): Iterable<string> =>
  canvas(
    results,
    results.exercises.map(({ slug, title, maxScore }) => ({
      title: results.roster?.assignments?.exercises[slug] ?? `${idOf(slug)} ${title}`,
      maxScore,
    })),
    ({ exercises }) => exercises.map(gradeOf),
  );
