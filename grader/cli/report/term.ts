/** What a report says on the terminal of the term: what moved, and who has been stuck longest. */
import { counted, idOf, shownName, shownTime } from "../../class/outputs/names.ts";
import { exerciseStats } from "../../class/outputs/summary/exercise-stats.ts";
import { byMovement, type Movement } from "../../class/outputs/summary/moved.ts";
import { shortDays } from "../../class/outputs/summary/short-since.ts";
import { attention } from "../../class/outputs/summary/stuck.ts";
import type { ClassResults } from "../../class/results.ts";
import type { Term } from "../../class/term/history/term.ts";
import { changeLine } from "./change-line.ts";
import type { Say, Show } from "./say.ts";

const WORDS: Readonly<Record<Movement, string>> = {
  passed: "passed now",
  gained: "with more points",
  lost: "with fewer points",
  begun: "begun now",
  opened: "with a grade where there was none",
  closed: "without the grade they had",
  other: "in another state with the same points",
};

export function termLines(results: ClassResults, term: Term, say: Say, show: Show): void {
  const { changes } = term;
  if (changes === undefined) return;
  const found = byMovement(changes);
  const parts = Object.entries(WORDS).flatMap(([movement, words]) => {
    const { length } = found.get(movement as Movement)!;
    return length === 0 ? [] : [`${length} ${words}`];
  });
  say(`Since ${shownTime(changes.before.at)}: ${parts.length === 0 ? "nothing moved" : parts.join(", ")}`);
  show("Fewer points than before", found.get("lost")!.map(changeLine(results)), 6);
  show("No longer in the class", changes.left, 6);
  const daysOf = shortDays(results, term);
  const stuck = attention(results, exerciseStats(results))
    .stuck.map(({ student, slug }) => ({ student, slug, days: daysOf(student, slug) ?? 0 }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days)
    .map(({ student, slug, days }) => `${shownName(student)}, ${idOf(slug)}: ${counted(days, "day")}`);
  show("Stuck without more points, the longest first", stuck, 6);
}
