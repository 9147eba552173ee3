/**
 * Findings as annotations on a student's lines: workflow commands of GitHub Actions, in which whatever a student
 * wrote is escaped. GitHub shows ten errors of a step; there are no more of them.
 */
import { notGraded } from "../not-graded.ts";
import type { Verdict } from "../verdict.ts";
import { toldFirst } from "./first-row.ts";
import { lineOf, messageOf } from "./message.ts";
import { type Row, tally } from "./tally.ts";
import { clip, oneLine } from "./text.ts";

const MOST = 10;
const LONGEST = 800;

/** For the text after the last `::`. */
const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** For a property, which ends at a comma or a colon. */
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** What a line can say something about: stubs are no findings. */
const isTelling = ({ status, check }: Row): boolean =>
  status !== "pass" && check?.finding !== undefined && check.finding.code !== "not-implemented";

/** Lines with a line break each; none where there is nothing to say. */
export function annotations(verdicts: readonly Verdict[]): string {
  const found = tally(verdicts).graded.flatMap(({ rows, verdict }) =>
    toldFirst(rows)
      .filter(isTelling)
      .map((row) => ({ row, file: oneLine(verdict.file, 300) })),
  );
  // The first of each exercise before the second of any.
  const seen = new Map<string, number>();
  const ranked = found.map((each) => {
    const rank = seen.get(each.file) ?? 0;
    seen.set(each.file, rank + 1);
    return { ...each, rank };
  });
  const message = notGraded(verdicts);
  const first = message === undefined ? [] : [`::error title=Not graded::${data(message)}\n`];
  const others = ranked.sort((a, b) => a.rank - b.rank).map(({ row, file }) => annotation(row, file));
  return [...first, ...others].slice(0, MOST).join("");
}

function annotation(row: Row, file: string): string {
  const line = lineOf(row);
  const where = [`file=${property(file)}`, ...(line > 0 ? [`line=${line}`] : [])];
  const title = `title=${property(oneLine(row.check?.finding?.title ?? row.title, 80))} ${property(oneLine(row.check?.function ?? "", 80))}`;
  return `::error ${[...where, title].join(",")}::${data(clip(messageOf(row, LONGEST), LONGEST))}\n`;
}
