/** One row for each exercise of each student, with all that led to the points. For spreadsheets and data frames. */
import type { ClassResults, ExerciseResult } from "../../results.ts";
import { gradeOf, pointsOf } from "../grade.ts";
import { mistakeSlugs } from "../summary/mistake-slugs.ts";
import { stateOf } from "../summary/state.ts";
import { csvOf, type Field } from "./table.ts";

const header = [
  "folder",
  "identifier",
  "name",
  "github",
  "exercise",
  "state",
  "graded",
  "deduction",
  "override",
  "score",
  "max_score",
  "submitted_at",
  "attempt",
  "days_late",
  "reason",
  "mistakes",
  "problem",
  "group",
];

export const plain = (results: ClassResults): Iterable<string> => csvOf(rowsOf(results), { bom: true });

const keptReason = ({ published }: ExerciseResult): string | undefined =>
  published && `${published.now} in this grading, kept as published`;

function* rowsOf({ students }: ClassResults): Generator<readonly Field[]> {
  yield header;
  for (const { folder, group, identifier, name, github, exercises } of students)
    for (const result of exercises) {
      const { slug, verdict, attempt, lateness, override } = result;
      yield [
        folder,
        identifier ?? "",
        name ?? "",
        github ?? "",
        slug,
        stateOf(result),
        result.graded ?? "",
        override === undefined ? (lateness?.deduction ?? 0) : 0,
        result.excused === undefined ? (override?.score ?? "") : "EX",
        pointsOf(gradeOf(result)),
        result.maxScore,
        result.submittedAt ?? "",
        attempt === undefined ? "" : `${attempt.name} (${attempt.place} of ${attempt.of})`,
        lateness?.daysLate ?? 0,
        result.excused ?? keptReason(result) ?? override?.reason ?? lateness?.reason ?? "",
        mistakeSlugs(verdict).join(" "),
        result.problem ?? "",
        group ?? "",
      ];
    }
}
