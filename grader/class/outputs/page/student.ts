/** A page that can be handed out: one student, and nothing about any other. */
import { lookOf } from "../../../verdict/look.ts";
import { renderFinding } from "../../../verdict/render-finding.ts";
import type { Check, Verdict } from "../../../verdict/verdict.ts";
import {
  type ClassResults,
  type ExerciseResult,
  knownMost,
  knownPoints,
  type StudentResult,
} from "../../results.ts";
import { problemFor, totalOf } from "../grade.ts";
import { idOf, percent, shownName, shownTime } from "../names.ts";
import { stateOf, stateWords } from "../summary/state.ts";
import { page } from "./frame.ts";
import { type Html, html, lines } from "./html.ts";

const look = lookOf({ columns: 80 });
const outputLimit = 4000;

/** What of the class a student may see. */
export type ClassFacts = Pick<
  ClassResults,
  "title" | "gradedAt" | "seed" | "exercises" | "policy" | "course"
>;

const signs: Readonly<Record<Check["status"], string>> = {
  pass: "✓ passed",
  fail: "✗ falls short",
  skipped: "~ skipped",
  inconclusive: "? inconclusive",
};

export function studentPage(
  { title, gradedAt, seed, exercises, policy, course }: ClassFacts,
  student: StudentResult,
): Iterable<string> {
  const titles = new Map(exercises.map((exercise) => [exercise.slug, exercise]));
  const { remarks, folder, group } = student;
  const problem = problemFor(student);
  const rows = student.exercises.map(
    (result) =>
      html`<tr><th scope="row"><a href="#${idOf(result.slug)}">${idOf(result.slug)}</a></th><td>${titles.get(result.slug)?.title ?? ""}</td><td>${stateWords[stateOf(result)]}</td><td class="n">${ofPoints(result)}</td></tr>
`,
  );
  const body = html`<header><h1>${title}</h1>
<p class="teach">${shownName(student)}: ${headline(student)}</p></header>
<main>
<p class="soft">Folder <code>${folder}</code>${group === undefined ? "" : `, handed in by the group ${group}`}, graded ${shownTime(gradedAt)}, seed ${seed}, course ${course.version}.</p>
${policy === undefined ? undefined : html`<p>Late policy: ${policy}</p>`}
${problem === undefined ? undefined : html`<p class="short">${problem}</p>`}
${remarks.length === 0 ? undefined : html`<p>Found in the folder:</p><ul>${remarks.map(({ text }) => html`<li>${text}</li>`)}</ul>`}
<div class="scroll" role="region" aria-label="Exercises" tabindex="0"><table class="lines"><caption>Exercises</caption>
<thead><tr><th scope="col">Exercise</th><th scope="col">Title</th><th scope="col">State</th><th scope="col">Points</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${student.exercises.map((result) => exerciseSection(result, titles.get(result.slug)?.title ?? "", seed))}
</main>`;
  return page({ title: `${shownName(student)}: ${title}`, body: [body] });
}

/** `8 of 10`; nothing where there is no grade. */
const ofPoints = ({ score, maxScore }: ExerciseResult): string =>
  score === undefined ? "" : `${score} of ${maxScore}`;

/** The points of those exercises that are asked of the student. */
function headline(student: StudentResult): string {
  const { score, maxScore } = student;
  if (totalOf(student) === "excused") return "excused";
  if (score === undefined && knownMost(student) === 0) return "no grade yet";
  return score === undefined
    ? `${knownPoints(student)} of ${knownMost(student)} points so far; not everything has a grade`
    : `${score} of ${maxScore} points (${percent(score, maxScore)})`;
}

function exerciseSection(result: ExerciseResult, title: string, seed: number): Html {
  const { slug, score, graded, lateness, override, excused, verdict, problem, submittedAt, attempt } = result;
  const facts = [
    submittedAt === undefined ? undefined : `handed in ${shownTime(submittedAt)}`,
    attempt === undefined ? undefined : `${attempt.name} counts, ${attempt.place} of ${attempt.of} attempts`,
    lateness === undefined ? undefined : `graded ${graded}, ${lateness.deduction} off: ${lateness.reason}`,
    excused === undefined ? undefined : `excused: ${excused}`,
    override === undefined
      ? undefined
      : `${graded === undefined ? "not graded" : `graded ${graded}`}, set to ${override.score} by the instructor: ${override.reason}`,
  ].filter((fact) => fact !== undefined);
  return html`<section><h2 id="${idOf(slug)}">${idOf(slug)} ${title}</h2>
<p>${score === undefined ? "No grade: " : `${ofPoints(result)} points, `}${stateWords[stateOf(result)]}.</p>
${facts.length === 0 ? undefined : html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}
${problem === undefined ? undefined : html`<p class="short">${problem}</p>`}
${verdict === undefined || stateOf(result) === "stub" ? undefined : checksOf(verdict, seed)}</section>
`;
}

function checksOf(verdict: Verdict, seed: number): Html {
  const { checks, exercise, output, error } = verdict;
  const rows = checks.map(
    (check) =>
      html`<tr><th scope="row"><code>${check.function}</code> ${check.kind}</th><td class="${check.status === "pass" ? "pass" : check.status === "fail" ? "short" : "soft"}">${signs[check.status]}</td><td class="n">${check.points} of ${check.maxPoints}</td><td>${check.title}</td></tr>
`,
  );
  const findings = checks.flatMap((check) => {
    if (check.finding === undefined) return [];
    // The file and the command are those of the student, not of the machine that graded.
    const finding = { ...check.finding, replay: `npm run grade ${idOf(exercise)} -- --seed ${seed}` };
    const file = `exercises/${exercise}/${exercise.replace(/^ex\d+-/, "")}.ts`;
    return [
      html`<pre>${lines(renderFinding({ finding, functions: [check.function], file }, look).join("\n"))}</pre>\n`,
    ];
  });
  return html`${error === undefined ? undefined : html`<p class="short">Not judged: ${error}</p>`}
<div class="scroll" role="region" aria-label="Checks of ${idOf(exercise)}" tabindex="0"><table class="lines">
<thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">Points</th><th scope="col">What it claims</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${findings}${
  output === undefined || output === ""
    ? undefined
    : html`<p class="soft">Your program printed:</p><pre>${lines(output.slice(0, outputLimit))}</pre>`
}`;
}
