/** Submissions that share what the stub does not give, side by side. Evidence for a talk, and no verdict. */
import type { ClassResults } from "../../results.ts";
import { idOf, percent, shownName } from "../names.ts";
import { type Html, html, lines } from "./html.ts";

export function similarSection({ similar, students }: ClassResults): Html {
  // A submission of a group bears the names of all.
  const names = new Map<string, string>();
  for (const student of students) {
    const others = names.get(student.folder);
    names.set(student.folder, `${others === undefined ? "" : `${others}, `}${shownName(student)}`);
  }
  const pairs = similar.map(({ slug, folders: [left, right], similarity, longest, fragments }) => {
    const nameOf = (folder: string): string => names.get(folder) ?? folder;
    const side = (folder: string, { from, to, text }: (typeof fragments)[number]["left"]): Html =>
      html`<div><p class="soft">${nameOf(folder)}, lines ${from} to ${to}</p><pre>${lines(text)}</pre></div>`;
    return html`<details class="evidence"><summary>${idOf(slug)}: ${nameOf(left)} and ${nameOf(right)}, ${percent(similarity, 1)} of fingerprints, ${longest} tokens in a row</summary>
${fragments.map((fragment) => html`<div class="pair">${side(left, fragment.left)}${side(right, fragment.right)}</div>\n`)}</details>
`;
  });
  return html`<p>Pairs whose programs agree beyond the stub and beyond what many in the class write, whatever the names of variables. Read both before you ask: common sources, work in pairs and a narrow task look the same.</p>
${pairs.length === 0 ? html`<p>No pair stands out.</p>` : pairs}`;
}
