/** The class in a few numbers, and the exercises one below the other. */
import type { ClassResults } from "../../results.ts";
import { counted, idOf, percent, shownTime } from "../names.ts";
import type { Summary } from "../summary/summary.ts";
import { type Html, html } from "./html.ts";

export function overview(results: ClassResults, { score, maxScore, shares, attention }: Summary): Html {
  const { students, seed, course, gradedAt, policy, box } = results;
  const median = shares[Math.floor((shares.length - 1) / 2)] ?? 0;
  return html`<p>${counted(students.length, "student")}, ${counted(results.exercises.length, "exercise")}. Together ${score} of ${maxScore} points (${percent(score, maxScore)}); half of the class has ${percent(median, 1)} or less. ${
    attention.absent.length > 0 ? `${attention.absent.length} have not begun.` : ""
  }</p>
${policy === undefined ? undefined : html`<p>Late policy: ${policy}</p>`}
<p class="soft">Graded ${shownTime(gradedAt)}, seed ${seed}, course ${course.version} (${course.digest.slice(0, 12)}). The box: ${box.inForce.join(", ")}${
    box.missing.length > 0 ? `; not in force: ${box.missing.join(", ")}` : ""
  }.</p>`;
}

export function exerciseTable({ exercises }: Summary): Html {
  const rows = exercises.map(
    ({ exercise: { slug, title, due }, states, score, maxScore }) =>
      html`<tr><th scope="row">${idOf(slug)}</th><td>${title}</td><td class="n">${states.passed}</td><td class="n">${states.begun}</td><td class="n">${
        states.stub + states.missing + states.refused
      }</td><td class="n">${percent(score, maxScore)}</td><td>${due === undefined ? "" : shownTime(due)}</td></tr>
`,
  );
  return html`<div class="scroll" role="region" aria-label="Exercises" tabindex="0"><table class="lines"><caption>Students by exercise</caption>
<thead><tr><th scope="col">Exercise</th><th scope="col">Title</th><th scope="col">Passed</th><th scope="col">Begun</th><th scope="col">Not begun</th><th scope="col">Points</th><th scope="col">Due</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}
