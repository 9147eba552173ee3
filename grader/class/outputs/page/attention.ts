/** Whom to talk to. */
import { idOf, shownName } from "../names.ts";
import { stuckRule } from "../summary/stuck.ts";
import type { Summary } from "../summary/summary.ts";
import { type Html, html } from "./html.ts";

export function attentionSection({ attention }: Summary, pages: ReadonlyMap<string, string>): Html {
  const { stuck, absent } = attention;
  const link = (student: (typeof absent)[number]): Html =>
    html`<a href="students/${pages.get(student.folder)}.html">${shownName(student)}</a>`;
  const rows = stuck.map(
    ({ student, slug, left }) =>
      html`<tr><th scope="row">${link(student)}</th><td>${idOf(slug)}</td><td class="n">${student.exercises.find((each) => each.slug === slug)?.score} of ${
        student.exercises.find((each) => each.slug === slug)?.maxScore
      }</td><td class="n">${left}</td></tr>
`,
  );
  return html`<p>Stuck is who ${stuckRule}.</p>
${
  stuck.length === 0
    ? html`<p>Nobody is.</p>`
    : html`<div class="scroll"><table class="lines"><caption>${stuck.length} stuck</caption>
<thead><tr><th scope="col">Student</th><th scope="col">At</th><th scope="col">Points there</th><th scope="col">Exercises after it</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`
}
${
  absent.length === 0
    ? undefined
    : html`<details><summary>${absent.length} of whom nothing was begun</summary><ul>${absent.map((student) => html`<li>${link(student)}</li>`)}</ul></details>`
}`;
}
