/** Grades and feedback for Moodle's import, keyed by the address or the ID number. */
import type { ClassResults } from "../../results.ts";
import { moodle as columns } from "../../roster/columns.ts";
import { pointsOf, totalOf } from "../grade.ts";
import { feedbackLines } from "./feedback.ts";
import { gradedStudents, nameParts, rosterField } from "./graded-students.ts";
import { csvOf } from "./table.ts";

export function moodle(results: ClassResults): Iterable<string> {
  const isMoodle = results.roster?.format === "moodle";
  const rows = gradedStudents(results).map((student) => {
    const { name, folder, identifier, email } = student;
    const [first, last] = nameParts(name ?? folder);
    const own = (...columns: readonly string[]): string => rosterField(student, ...columns);
    const { id = [], first: firsts = [], last: lasts = [] } = columns;
    const who = isMoodle
      ? [
          own(...firsts) || first,
          own(...lasts) || last,
          own(...id),
          own("Institution"),
          own("Department", "Abteilung"),
          email ?? "",
        ]
      : [first, last, identifier ?? "", "", "", email ?? ""];
    return [...who, pointsOf(totalOf(student)), feedbackLines(student).join("\n")];
  });
  return csvOf([
    [
      "First name",
      "Surname",
      "ID number",
      "Institution",
      "Department",
      "Email address",
      `${results.title} (Real)`,
      `Feedback: ${results.title}`,
    ],
    ...rows,
  ]);
}
