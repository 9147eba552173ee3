/** What the class gets wrong, by name, and where the derivation says it right. */
import type { ClassResults } from "../../results.ts";
import { idOf, percent, shownRead } from "../names.ts";
import type { ClassMistake } from "../summary/mistakes.ts";
import type { Summary } from "../summary/summary.ts";
import { type Html, html } from "./html.ts";

const MOST = 40;

export function mistakesSection({ students, exercises }: ClassResults, { mistakes }: Summary): Html {
  const derivations = new Map(exercises.map(({ slug, derivation }) => [slug, derivation]));
  const named = mistakes.filter(({ isNamed }) => isNamed);
  const others = mistakes.filter(({ isNamed }) => !isNamed);
  const row = ({ slug, name, says, read, functions, students: who }: ClassMistake): Html =>
    html`<tr><td class="n">${who.length}</td><td class="n">${percent(who.length, students.length)}</td><th scope="row">${name}</th><td>${idOf(slug)} <code>${functions.join(", ")}</code></td><td>${says}</td><td>${shownRead(read ?? derivations.get(slug) ?? "")}</td></tr>
`;
  const table = (caption: string, list: readonly ClassMistake[]): Html =>
    html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="lines"><caption>${caption}${
      list.length > MOST ? `, the first ${MOST} of ${list.length}` : ""
    }</caption>
<thead><tr><th scope="col">Students</th><th scope="col">Share</th><th scope="col">Mistake</th><th scope="col">Where</th><th scope="col">What is wrong</th><th scope="col">Teach again</th></tr></thead>
<tbody>
${list.slice(0, MOST).map(row)}</tbody></table></div>`;
  return html`${named.length === 0 ? html`<p>No mistake has a name.</p>` : table("Mistakes that the numbers name", named)}
${others.length === 0 ? undefined : table("Findings without a name", others)}`;
}
