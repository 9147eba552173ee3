/** What a report says on the terminal of late days. */
import { counted, idOf, shownName } from "../../class/outputs/names.ts";
import { type LateDaysOf, lateDaysOf } from "../../class/outputs/summary/late-days.ts";
import type { ClassResults } from "../../class/results.ts";
import type { Say, Show } from "./say.ts";

/** @param most how many are listed */
export function lateDaysLines(results: ClassResults, say: Say, show: Show, most: number): void {
  const all = lateDaysOf(results);
  if (all.length === 0) return;
  const used = all.filter((each) => each.used > 0);
  const none = all.filter(({ left }) => left === 0).length;
  say(`Late days: ${used.length} of ${counted(all.length, "student")} used some, ${none} with none left`);
  show("Late days spent, who has least left first", used.map(lineOf), most);
}

function lineOf({ student, of, left, spent }: LateDaysOf): string {
  const parts = spent.map(({ slug, score, lateness }) => {
    const { lateDays = 0, saved = 0 } = lateness ?? {};
    return `${lateDays} on ${idOf(slug)} (${score} instead of ${(score ?? 0) - saved})`;
  });
  return `${shownName(student)}: ${parts.join(", ")}; ${left} of ${of} left`;
}
