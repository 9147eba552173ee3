/** Grades and feedback for Moodle's import, keyed by the address or the ID number. */
import type { ClassResults } from "../../results.ts";
import { pointsOf, totalOf } from "../grade.ts";
import { feedbackOf } from "./feedback.ts";
import { gradedStudents, nameParts, rosterField } from "./graded-students.ts";
import { csvOf } from "./table.ts";

export function moodle(results: ClassResults): Iterable<string> {
  const isMoodle = results.roster?.format === "moodle";
  const rows = gradedStudents(results).map((student) => {
    const { name, folder, identifier, email } = student;
    const [first, last] = nameParts(name ?? folder);
    const own = (...columns: readonly string[]): string => rosterField(student, ...columns);
    const who = isMoodle
      ? [
          own("First name"),
          own("Surname", "Last name"),
          own("ID number"),
          own("Institution"),
          own("Department"),
          own("Email address"),
        ]
      : [first, last, identifier ?? "", "", "", email ?? ""];
    return [...who, pointsOf(totalOf(student)), feedbackOf(student)];
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
