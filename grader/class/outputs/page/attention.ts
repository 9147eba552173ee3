/** Whom to talk to. */
import type { ClassResults } from "../../results.ts";
import type { Term } from "../../term/history/term.ts";
import { idOf } from "../names.ts";
import { shortFor } from "../summary/short-since.ts";
import { stuckRule } from "../summary/stuck.ts";
import type { Summary } from "../summary/summary.ts";
import section from "./attention.hbs";
import { linkTo } from "./student-link.ts";

/** Rows that are open; the others are a press away. */
const SHOWN = 20;

const COLUMNS = ["Student", "At", "Points there", "Exercises after it", "Without more points for"];

export function attentionSection(
  results: ClassResults,
  { attention }: Summary,
  pages: ReadonlyMap<string, string>,
  term: Term | undefined,
): string {
  const { stuck, absent } = attention;
  const spanOf = term === undefined ? () => "" : shortFor(results, term);
  const rows = stuck.map(({ student, slug, left }) => {
    const at = student.exercises.find((each) => each.slug === slug);
    return {
      ...linkTo(student, pages),
      id: idOf(slug),
      score: at?.score,
      maxScore: at?.maxScore,
      left,
      span: spanOf(student, slug),
    };
  });
  const table = (label: string, some: typeof rows) => ({
    label,
    caption: label,
    columns: COLUMNS,
    rows: some,
  });
  return section({
    rule: stuckRule,
    first: table(`${rows.length} stuck`, rows.slice(0, SHOWN)),
    others: table("Further stuck students", rows.slice(SHOWN)),
    absent: absent.map((student) => linkTo(student, pages)),
  });
}
