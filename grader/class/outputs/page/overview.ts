/** The class in a few numbers, and the exercises one below the other. */
import type { ClassResults } from "../../results.ts";
import { counted, idOf, percent, shownTime } from "../names.ts";
import type { Summary } from "../summary/summary.ts";
import table from "./exercise-table.hbs";
import section from "./overview.hbs";

export function overview(results: ClassResults, { score, maxScore, shares, attention }: Summary): string {
  const { students, exercises, seed, course, gradedAt, policy, box } = results;
  const median = shares[Math.floor((shares.length - 1) / 2)] ?? 0;
  return section({
    students: counted(students.length, "student"),
    exercises: counted(exercises.length, "exercise"),
    score,
    maxScore,
    share: percent(score, maxScore),
    median: percent(median, 1),
    absent: attention.absent.length,
    policy,
    time: shownTime(gradedAt),
    seed,
    version: course.version,
    digest: course.digest.slice(0, 12),
    inForce: box.inForce.join(", "),
    notInForce: box.missing.join(", "),
  });
}

export const exerciseTable = ({ exercises }: Summary): string =>
  table({
    label: "Exercises",
    caption: "Students by exercise",
    columns: ["Exercise", "Title", "Passed", "Begun", "Not begun", "Points", "Due"],
    rows: exercises.map(({ exercise: { slug, title, due }, states, score, maxScore }) => ({
      id: idOf(slug),
      title,
      passed: states.passed,
      begun: states.begun,
      notBegun: states.stub + states.missing + states.refused,
      share: percent(score, maxScore),
      due: due === undefined ? "" : shownTime(due),
    })),
  });
