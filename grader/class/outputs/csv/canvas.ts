/**
 * A gradebook for Canvas: `Student,ID,SIS User ID,SIS Login ID,Section,<assignment>`, the second row with the points
 * possible. The five columns are those of the Canvas roster where there is one.
 */
import type { ClassResults, StudentResult } from "../../results.ts";
import { type Grade, gradeOf, totalOf } from "../grade.ts";
import { idOf } from "../names.ts";
import { gradedStudents, rosterField } from "./graded-students.ts";
import { csvOf, type Field } from "./table.ts";

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

function identity(student: StudentResult, isCanvas: boolean): readonly string[] {
  if (isCanvas) return columns.map((column) => rosterField(student, column));
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
  const isCanvas = results.roster?.format === "canvas";
  const rows: Field[][] = [
    [...columns, ...assignments.map(({ title }) => title)],
    ["Points Possible", "", "", "", "", ...assignments.map(({ maxScore }) => maxScore)],
    ...gradedStudents(results).map((student) => [
      ...identity(student, isCanvas),
      ...grades(student).map(fieldOf),
    ]),
  ];
  return csvOf(rows);
}

/** The total as one assignment. */
export const canvasTotal = (results: ClassResults): Iterable<string> =>
  canvas(
    results,
    [{ title: results.title, maxScore: results.exercises.reduce((sum, { maxScore }) => sum + maxScore, 0) }],
    (student) => [totalOf(student)],
  );

/** Each exercise as an assignment. */
export const canvasExercises = (results: ClassResults): Iterable<string> =>
  canvas(
    results,
    results.exercises.map(({ slug, title, maxScore }) => ({ title: `${idOf(slug)} ${title}`, maxScore })),
    ({ exercises }) => exercises.map(gradeOf),
  );
