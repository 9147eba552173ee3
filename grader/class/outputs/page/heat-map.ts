/** Exercises across, students down. It is whole without its script, which sorts it and walks it by arrow keys. */
import { type ClassResults, keyOf } from "../../results.ts";
import { idOf, pointsShown, shownName } from "../names.ts";
import type { Summary } from "../summary/summary.ts";
import { cellOf } from "./cell.ts";
import { Html, html } from "./html.ts";

const plain = /^[\d.EX✓·–!?*↓-]+$/;

/** In pieces: of a large class it is most of the page. */
export function* heatMap(
  results: ClassResults,
  { order }: Summary,
  pages: ReadonlyMap<string, string>,
): Generator<Html> {
  const { exercises, students } = results;
  const columns = order.exercises.map((i) => exercises[i]!);
  const head = columns.map(
    ({ slug, title, maxScore }, k) =>
      html`<th role="columnheader" scope="col" data-e="${order.exercises[k]!}" title="${title}, ${maxScore} points">${idOf(slug)}<br><small>${maxScore}</small></th>`,
  );
  yield html`<div class="scroll map-box" role="region" aria-label="Heat map" tabindex="0">
<table class="map" id="map" role="table">
<caption class="skip">Points of each student in each exercise</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" data-sort="name">Student</th><th role="columnheader" scope="col" data-sort="score">Points</th>${head}</tr></thead>
<tbody role="rowgroup">
`;
  for (const s of order.students) {
    const student = students[s]!;
    const name = shownName(student);
    const cells = order.exercises.map((e) => {
      const { sign, shade } = cellOf(student.exercises[e]!);
      // Seventy thousand of these: what is known to need no escaping is written as it is.
      return plain.test(sign) ? `<td class=${shade}>${sign}` : html`<td class="${shade}">${sign}`.text;
    });
    yield html`<tr role="row" data-s="${s}"><th role="rowheader" scope="row" title="${student.group === undefined ? student.folder : `${student.folder}, handed in by a group`}"><a href="students/${pages.get(keyOf(student))}.html">${name}</a></th><td class="n">${pointsShown(student)}${new Html(cells.join(""))}</tr>
`;
  }
  yield html`</tbody>
</table>
</div>`;
}

/** What the signs mean. */
export const mapKey: Html = html`<div class="scroll" role="region" aria-label="Signs" tabindex="0"><table class="key"><caption>Signs</caption><tbody><tr>
<td class="f">✓</td><td>all points</td><td class="m">8</td><td>points, three quarters or more</td><td class="h">6</td><td>half or more</td><td class="s">3</td><td>some</td><td class="z">0</td><td>begun, none yet</td></tr><tr>
<td class="v">·</td><td>still the stub</td><td class="v">–</td><td>no file</td><td class="v">!</td><td>nothing readable</td><td class="v">?</td><td>not judged</td><td class="v">??</td><td>unclear whose</td><td class="v">EX</td><td>excused</td><td>↓ *</td><td>late; set by hand</td>
</tr></tbody></table></div>`;
