/** `--dry-run`: what a report would change for whom, and nothing of it written. */
import { counted, shownTime } from "../../class/outputs/names.ts";
import type { ClassReport } from "../../class/report-class.ts";
import type { LookOptions } from "../../verdict/look.ts";
import { changeLine } from "./change-line.ts";
import { lateDaysLines } from "./late-days.ts";
import { linesOn } from "./lines.ts";
import { regradeLines } from "./regrade.ts";

export function dryRunOf({ results, term, regrade }: ClassReport, out: string, options: LookOptions): string {
  const { say, show, text } = linesOn(options);
  const { changes } = term;
  say(`${results.title}: a trial; ${out} stays as it is`);
  if (changes === undefined) say("There is no earlier report to compare with: everything would be new.");
  else {
    const { all, before, left, joined } = changes;
    const who = new Set(all.map(({ student }) => student)).size;
    say(
      all.length === 0
        ? `Nothing would change since ${shownTime(before.at)}.`
        : `Since ${shownTime(before.at)}, ${counted(all.length, "cell")} of ${counted(who, "student")} would change.`,
    );
    show("Would change", all.map(changeLine(results)), Number.POSITIVE_INFINITY);
    show("No longer in the class", left, Number.POSITIVE_INFINITY);
    if (joined.length > 0) say(`${counted(joined.length, "student")} new since then.`);
  }
  if (regrade !== undefined) regradeLines(results, regrade, say, show, Number.POSITIVE_INFINITY);
  lateDaysLines(results, say, show, Number.POSITIVE_INFINITY);
  say("To have it so, run the same command without --dry-run.");
  return text();
}
