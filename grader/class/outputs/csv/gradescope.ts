/** The table that Gradescope itself exports, for programs that read that. */
import type { ClassResults, StudentResult } from "../../results.ts";
import { pointsOf, totalOf } from "../grade.ts";
import { gradedStudents, nameParts } from "./graded-students.ts";
import { csvOf } from "./table.ts";

/** The last time of submission among the exercises, where one is known. */
const lastTime = ({ exercises }: StudentResult): string =>
  exercises
    .flatMap(({ submittedAt }) => (submittedAt === undefined ? [] : [submittedAt]))
    .reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last), "1970-01-01T00:00:00Z")
    .replace(/^1970-01-01T00:00:00Z$/, "");

export function gradescope(results: ClassResults): Iterable<string> {
  const { title } = results;
  const rows = gradedStudents(results).map((student) => {
    const { name, folder, identifier, email, exercises } = student;
    const maxScore = exercises.reduce((sum, each) => sum + each.maxScore, 0);
    const [first, last] = nameParts(name ?? folder);
    return [
      first,
      last,
      identifier ?? folder,
      email ?? "",
      pointsOf(totalOf(student)),
      maxScore,
      lastTime(student),
    ];
  });
  return csvOf([
    ["First Name", "Last Name", "SID", "Email", title, `${title} - Max Points`, `${title} - Submission Time`],
    ...rows,
  ]);
}
