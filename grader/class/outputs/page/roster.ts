/** How folders and roster were matched, by whom they belong to. */
import type { ClassResults } from "../../results.ts";
import { type Html, html } from "./html.ts";

const list = (title: string, items: readonly Html[]): Html =>
  html`<details><summary>${title}: ${items.length}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>
`;

export function rosterSection({ roster }: ClassResults): Html | undefined {
  if (roster === undefined) return undefined;
  const { groups = [], remarks = [] } = roster;
  return html`<h2 id="roster">Roster</h2>
<p>From a ${roster.format} list.</p>
${remarks.length === 0 ? undefined : html`<ul>${remarks.map((remark) => html`<li>${remark}.</li>`)}</ul>`}
${list(
  "Groups, each with one submission",
  groups.map(
    ({ name, folder, members }) =>
      html`${name === folder ? undefined : html`${name}: `}<code>${folder}</code> of ${members.join(", ")}`,
  ),
)}${list(
  "Ambiguous folders",
  roster.ambiguous.map(
    ({ folder, candidates }) => html`<code>${folder}</code> could be ${candidates.join(" or ")}`,
  ),
)}${list(
  "Folders that no row names",
  roster.unmatchedFolders.map((folder) => html`<code>${folder}</code>`),
)}${list(
  "Rows without a folder",
  roster.unmatchedRows.map((row) => html`${row}`),
)}${list(
  "Matched",
  roster.matched.map(({ folder, identifier, by }) => html`<code>${folder}</code> is ${identifier}, by ${by}`),
)}`;
}
