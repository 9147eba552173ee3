import { type Html, html } from "./html.ts";

/** Rows of a piece. */
const PIECE = 256;

/** A table to be opened, whole however long it is, in pieces; nothing without rows. */
export function* longTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Generator<Html> {
  if (rows.length === 0) return;
  yield html`<details><summary>${caption}: ${rows.length}</summary><div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="lines">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
`;
  for (let i = 0; i < rows.length; i += PIECE)
    yield html`${rows.slice(i, i + PIECE).map((row) => html`<tr>${row.map((field) => (typeof field === "number" ? html`<td class="n">${field}</td>` : html`<td>${field}</td>`))}</tr>\n`)}`;
  yield html`</tbody></table></div></details>
`;
}
