/** What a new grading changes of what was published, in the report. */
import type { ClassResults } from "../../../results.ts";
import type { Regrade, Regraded } from "../../../term/regrade/regrade.ts";
import { announcement } from "../../../term/regrade/texts.ts";
import { idOf, shownName, shownTime } from "../../names.ts";
import { longTable } from "../long-table.ts";
import { pointsOf } from "./moved.ts";
import headHtml from "./regrade.hbs";

export function* regradeSection(results: ClassResults, regrade: Regrade): Generator<string> {
  const { all, before, left, worth } = regrade;
  const kept = all.filter(({ isKept }) => isKept);
  yield `${headHtml({
    time: shownTime(before.at),
    count: all.length,
    kept: kept.length,
    worth: worth.map(({ slug, before: was, now }) => ({ id: idOf(slug), was, now })),
    left: left.length,
    text: announcement(results, regrade),
  })}\n`;
  const row = ({ student, slug, before: was, maxBefore, now, max, why }: Regraded): string[] => [
    shownName(results.students[student]!),
    idOf(slug),
    pointsOf(was.score, maxBefore),
    pointsOf(now.score, max),
    why.join("; "),
  ];
  const columns = ["Student", "Exercise", "Published", "Now", "Why"];
  yield* longTable("Points that change", columns, all.filter(({ isKept }) => !isKept).map(row));
  yield* longTable("Kept as published, though this grading gives fewer", columns, kept.map(row));
}
