/** Whom to talk to. */
import { keyOf } from "../../results.ts";
import { idOf, shownName } from "../names.ts";
import { stuckRule } from "../summary/stuck.ts";
import type { Summary } from "../summary/summary.ts";
import { type Html, html } from "./html.ts";

/** Rows that are open; the others are a press away. */
const SHOWN = 20;

export function attentionSection({ attention }: Summary, pages: ReadonlyMap<string, string>): Html {
  const { stuck, absent } = attention;
  const link = (student: (typeof absent)[number]): Html =>
    html`<a href="students/${pages.get(keyOf(student))}.html">${shownName(student)}</a>`;
  const rows = stuck.map(
    ({ student, slug, left }) =>
      html`<tr><th scope="row">${link(student)}</th><td>${idOf(slug)}</td><td class="n">${student.exercises.find((each) => each.slug === slug)?.score} of ${
        student.exercises.find((each) => each.slug === slug)?.maxScore
      }</td><td class="n">${left}</td></tr>
`,
  );
  const table = (caption: string, list: readonly Html[]): Html =>
    html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="lines"><caption>${caption}</caption>
<thead><tr><th scope="col">Student</th><th scope="col">At</th><th scope="col">Points there</th><th scope="col">Exercises after it</th></tr></thead>
<tbody>
${list}</tbody></table></div>`;
  const others = rows.slice(SHOWN);
  return html`<p>Stuck is who ${stuckRule}. Who has most of the course still ahead comes first.</p>
${rows.length === 0 ? html`<p>Nobody is.</p>` : table(`${rows.length} stuck`, rows.slice(0, SHOWN))}
${others.length === 0 ? undefined : html`<details><summary>${others.length} more</summary>${table("Further stuck students", others)}</details>`}
${
  absent.length === 0
    ? undefined
    : html`<details><summary>${absent.length} of whom nothing was begun</summary><ul>${absent.map((student) => html`<li>${link(student)}</li>`)}</ul></details>`
}`;
}
