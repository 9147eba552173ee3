/** How many cells of the gradebook are no grades, why, and what to do about each kind. */
import { type NoGrade, noGrades } from "../../no-grade.ts";
import type { ClassResults, ExerciseResult, StudentResult } from "../../results.ts";
import { gradedStudents } from "../csv/graded-students.ts";
import { counted } from "../names.ts";

export interface OpenCell {
  readonly student: StudentResult;
  readonly result: ExerciseResult;
}

export interface Cells {
  /** Exercises of all students who go into the gradebook. */
  readonly all: number;
  /** Those that hold no number, by reason. */
  readonly open: Readonly<Record<NoGrade, readonly OpenCell[]>>;
  /** Those that hold 0 because nothing was handed in. */
  readonly zeros: number;
  /** Students whose total is blank, because one of its cells is. */
  readonly totals: number;
}

export function cellsOf(results: ClassResults): Cells {
  const open = Object.fromEntries(noGrades.map((each) => [each, [] as OpenCell[]])) as Record<
    NoGrade,
    OpenCell[]
  >;
  const students = gradedStudents(results);
  let zeros = 0;
  for (const student of students)
    for (const result of student.exercises) {
      const { noGrade, absence, override } = result;
      if (noGrade !== undefined) open[noGrade].push({ student, result });
      else if (absence === "missing" && override === undefined) zeros++;
    }
  const isBlank = ({ noGrade }: StudentResult): boolean => noGrade !== undefined && noGrade !== "excused";
  return {
    all: students.length * results.exercises.length,
    open,
    zeros,
    totals: students.filter(isBlank).length,
  };
}

const WHAT: Readonly<Record<NoGrade, string>> = {
  "not judged": "not judged, by a fault of the grader or of this machine",
  unclear: "unclear whose work it is",
  unreadable: "handed in, but not readable as the work",
  missing: "nothing handed in",
  excused: "excused",
};

const WHAT_TO_DO: Readonly<Record<NoGrade, string>> = {
  "not judged": "run the same command again; `npm run doctor` says what this machine lacks",
  unclear: "tell them apart in the roster or rename the folders, then run again",
  unreadable: "put the right file in its place and run again, or give a score with --overrides",
  missing: "--missing zero makes each of them 0",
  excused: "EX stays EX",
};

export interface CellLines {
  readonly head: string;
  /** A line for each kind, the gravest first. */
  readonly kinds: readonly string[];
}

/** The first that a report says. */
export function cellLines({ all, open, zeros, totals }: Cells): CellLines {
  const { length: excused } = open.excused;
  const blank = noGrades.reduce((sum, each) => sum + open[each].length, 0) - excused;
  const kinds = noGrades.flatMap((reason) => {
    const { length } = open[reason];
    return length === 0 ? [] : [`${length} ${WHAT[reason]}: ${WHAT_TO_DO[reason]}`];
  });
  if (zeros > 0) kinds.push(`${zeros} set to 0, nothing handed in: as --missing zero says`);
  const of = `${blank === 0 ? "None" : blank} of ${counted(all, "cell")} in the gradebook`;
  const totalsToo = totals === 0 ? "" : `, and with them the total of ${counted(totals, "student")}`;
  return {
    head:
      blank === 0
        ? `${of} is blank.`
        : `${of} ${blank === 1 ? "is no grade and is" : "are no grades and are"} blank${totalsToo}.`,
    kinds,
  };
}
