/** What was changed by hand, came late, or was found in folders: everything that somebody may ask about. */
import { remarkWords } from "../../collect/remarks.ts";
import type { ClassResults, ExerciseResult, StudentResult } from "../../results.ts";
import { counted, idOf, shownName, shownTime } from "../names.ts";
import { remarksByKind } from "../summary/remarks.ts";
import { longTable } from "./long-table.ts";

interface Line {
  readonly student: StudentResult;
  readonly result: ExerciseResult;
}

export function* remarksSection({ students, beside = [] }: ClassResults): Generator<string> {
  const all: readonly Line[] = students.flatMap((student) =>
    student.exercises.map((result) => ({ student, result })),
  );
  const where = ({ student, result }: Line): readonly [string, string] => [
    shownName(student),
    idOf(result.slug),
  ];
  const overrides = all.flatMap((line) => {
    const { override, graded } = line.result;
    return override === undefined ? [] : [[...where(line), graded ?? "", override.score, override.reason]];
  });
  const late = all.flatMap((line) => {
    const { lateness, submittedAt, graded } = line.result;
    if (lateness === undefined) return [];
    const { daysLate, deduction, reason } = lateness;
    const time = submittedAt === undefined ? "" : shownTime(submittedAt);
    return [[...where(line), time, daysLate, graded ?? "", deduction, reason]];
  });
  const kinds = remarksByKind(students);
  const found = kinds.reduce((sum, { lines }) => sum + lines.length, 0) + beside.length;
  const count = overrides.length + late.length + found;
  yield `<p>${count === 0 ? "Nothing was set by hand, late, or found beside the work." : `${counted(count, "remark")}.`}</p>\n`;
  yield* longTable("Set by hand", ["Student", "Exercise", "Graded", "Counts", "Reason"], overrides);
  yield* longTable("Late", ["Student", "Exercise", "Handed in", "Days", "Graded", "Taken off", "Rule"], late);
  for (const { kind, lines } of kinds)
    yield* longTable(
      remarkWords[kind],
      ["Student", "What"],
      lines.map(({ student, text }) => [shownName(student), text]),
    );
  yield* longTable(
    "Beside the submissions",
    ["What"],
    beside.map((line) => [line]),
  );
}
