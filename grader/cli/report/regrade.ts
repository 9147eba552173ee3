/** What a report says on the terminal of a regrade. */
import { counted, idOf, shownTime } from "../../class/outputs/names.ts";
import type { ClassResults } from "../../class/results.ts";
import type { Regrade } from "../../class/term/regrade/regrade.ts";
import { announcement, concerned } from "../../class/term/regrade/texts.ts";
import { changeLine } from "./change-line.ts";
import type { Say, Show } from "./say.ts";

/** @param most how many are listed */
export function regradeLines(
  results: ClassResults,
  regrade: Regrade,
  say: Say,
  show: Show,
  most: number,
): void {
  const { before, all, worth, left } = regrade;
  const line = changeLine(results);
  say(
    `Compared with what was published on ${shownTime(before.at)}: ${counted(all.length, "grade")} would differ`,
  );
  for (const { slug, before: was, now } of worth)
    say(`${idOf(slug)} is worth ${now} points, before ${was}: shares are compared`, "  ");
  show("Points that change", concerned(regrade).map(line), most);
  const kept = all.filter(({ isKept }) => isKept);
  show("Kept as published, though this grading gives fewer; --lower lowers them", kept.map(line), most);
  show("Published, and no longer in the class", left, most);
  const text = announcement(results, regrade);
  if (text.length === 0) return;
  say("A text for those concerned; one for each student is in regrade-texts.csv:");
  for (const each of text) say(each, "  ");
}
