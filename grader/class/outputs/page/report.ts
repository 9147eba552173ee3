/** The report: what an instructor reads before the next lesson, and prints. */
import type { ClassResults } from "../../results.ts";
import type { Term } from "../../term/history/term.ts";
import type { Regrade } from "../../term/regrade/regrade.ts";
import { idOf } from "../names.ts";
import type { Summary } from "../summary/summary.ts";
import { attentionSection } from "./attention.ts";
import { dataIn } from "./data-in.ts";
import { distribution } from "./distribution.ts";
import { page } from "./frame.ts";
import { heatMap } from "./heat-map.ts";
import { mistakesSection } from "./mistakes.ts";
import { cellsHead, noGradesSection } from "./no-grades.ts";
import { exerciseTable, overview } from "./overview.ts";
import { remarksSection } from "./remarks.ts";
import style from "./report.css?raw";
import script from "./report.js?raw";
import { reportData } from "./report-data.ts";
import endHtml from "./report-end.hbs";
import middleHtml from "./report-middle.hbs";
import topHtml from "./report-top.hbs";
import { rosterSection } from "./roster.ts";
import { similarSection } from "./similar.ts";
import { itemsSection } from "./term/items.ts";
import { lateDaysSection } from "./term/late-days.ts";
import { regradeSection } from "./term/regrade.ts";
import termStyle from "./term/term.css?raw";
import { termSection } from "./term/term.ts";

/** What the report tells besides the results. */
interface Told {
  readonly term?: Term;
  readonly regrade?: Regrade;
}

/** Room for the columns: on screen by their number, on paper by the width of a sheet. */
function sizes(columns: number): string {
  const print = columns <= 20 ? "8pt" : columns <= 40 ? "6pt" : "4.5pt";
  return `:root{--columns:${columns};--print-size:${print}}\n`;
}

export function reportPage(
  results: ClassResults,
  summary: Summary,
  pages: ReadonlyMap<string, string>,
  beside: Told,
): Iterable<string> {
  return page({
    title: `${results.title}: report`,
    bodyHtml: bodyOf(results, summary, pages, beside),
    style: `${style}${termStyle}${sizes(results.exercises.length)}`,
    script,
  });
}

function* bodyOf(
  results: ClassResults,
  summary: Summary,
  pages: ReadonlyMap<string, string>,
  { term, regrade }: Told,
): Generator<string> {
  const { title, exercises } = results;
  yield `${topHtml({
    title,
    sentence: summary.sentence,
    cellsHtml: cellsHead(summary.cells),
    overviewHtml: overview(results, summary),
  })}\n`;
  yield* heatMap(results, summary, pages);
  yield `\n${middleHtml({
    exercises: exercises.map((exercise) => ({ id: idOf(exercise.slug), title: exercise.title })),
    mistakesHtml: mistakesSection(results, summary),
    attentionHtml: attentionSection(results, summary, pages, term),
    exercisesHtml: exerciseTable(summary),
    distributionHtml: distribution(summary),
  })}\n`;
  if (regrade !== undefined) yield* regradeSection(results, regrade);
  yield* lateDaysSection(results);
  if (term !== undefined) {
    yield* termSection(results, term, pages);
    yield* itemsSection(results, term);
  }
  yield* noGradesSection(summary.cells);
  yield '<h2 id="remarks">Late, set by hand, remarks</h2>\n';
  yield* remarksSection(results);
  yield endHtml({ rosterHtml: rosterSection(results), similarHtml: similarSection(results) });
  yield '\n<script type="application/json" id="data">';
  yield* dataIn(reportData(results, summary.exercises, pages));
  yield "</script>";
}
