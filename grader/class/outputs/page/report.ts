/** The report: what an instructor reads before the next lesson, and prints. */
import type { ClassResults } from "../../results.ts";
import { idOf } from "../names.ts";
import type { Summary } from "../summary/summary.ts";
import { attentionSection } from "./attention.ts";
import { distribution } from "./distribution.ts";
import { page } from "./frame.ts";
import { heatMap, mapKey } from "./heat-map.ts";
import { dataIn, type Html, html } from "./html.ts";
import { mistakesSection } from "./mistakes.ts";
import { cellsHead, noGradesSection } from "./no-grades.ts";
import { exerciseTable, overview } from "./overview.ts";
import { remarksSection } from "./remarks.ts";
import style from "./report.css?raw";
import script from "./report.js?raw";
import { reportData } from "./report-data.ts";
import { rosterSection } from "./roster.ts";
import { similarSection } from "./similar.ts";

/** Room for the columns: on screen by their number, on paper by the width of a sheet. */
function sizes(columns: number): string {
  const print = columns <= 20 ? "8pt" : columns <= 40 ? "6pt" : "4.5pt";
  return `:root{--columns:${columns};--print-size:${print}}\n`;
}

export function reportPage(
  results: ClassResults,
  summary: Summary,
  pages: ReadonlyMap<string, string>,
): Iterable<string> {
  return page({
    title: `${results.title}: report`,
    body: bodyOf(results, summary, pages),
    style: `${style}${sizes(results.exercises.length)}`,
    script,
  });
}

function* bodyOf(
  results: ClassResults,
  summary: Summary,
  pages: ReadonlyMap<string, string>,
): Generator<Html> {
  yield html`<a class="skip" href="#map-title">To the heat map</a>
<header><h1>${results.title}</h1>
<p class="teach">${summary.sentence}</p>
${cellsHead(summary.cells)}</header>
<main>
${overview(results, summary)}
<h2 id="map-title">Heat map</h2>
<p>Students with the fewest points are on top and the hardest exercises on the left: what is stuck gathers in the upper left corner. Who has not begun is at the end.</p>
<div class="tools" id="map-tools" hidden></div>
`;
  yield* heatMap(results, summary, pages);
  yield html`
${mapKey}
${drillDown(results)}
<h2 id="mistakes">Most common mistakes</h2>
${mistakesSection(results, summary)}
<h2 id="stuck">Stuck students</h2>
${attentionSection(summary, pages)}
<h2 id="exercises">Exercises</h2>
${exerciseTable(summary)}
<h3>Distribution</h3>
${distribution(summary)}
`;
  yield* noGradesSection(summary.cells);
  yield html`<h2 id="remarks">Late, set by hand, remarks</h2>
`;
  yield* remarksSection(results);
  yield html`${rosterSection(results)}
<h2 id="similar">Similar submissions</h2>
${similarSection(results)}
</main>
<script type="application/json" id="data">`;
  yield* dataIn(reportData(results, summary.exercises, pages));
  yield html`</script>`;
}

/** Filled by the script; without one, each student's page says the same. */
const drillDown = ({ exercises }: ClassResults): Html =>
  html`<section id="drill" hidden aria-labelledby="drill-title"><h2 id="drill-title">Checks</h2>
<div class="tools"><label>Exercise <select id="drill-exercise">${exercises.map(
    ({ slug, title }, i) => html`<option value="${i}">${idOf(slug)} ${title}</option>`,
  )}</select></label></div>
<div id="finding" aria-live="polite"></div>
<div class="scroll map-box" id="checks" role="region" aria-label="Checks of the exercise" tabindex="0"></div>
<p class="soft">✓ passed, ✗ falls short, ~ skipped because an earlier check of the function fell short, ? inconclusive. Choose a ✗ to read its finding.</p></section>`;
