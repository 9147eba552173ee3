/** What was changed by hand, came late, was refused or ignored: everything that somebody may ask about. */
import type { ClassResults, ExerciseResult, StudentResult } from "../../results.ts";
import { counted, idOf, shownName, shownTime } from "../names.ts";
import { type Html, html } from "./html.ts";

/** Rows of a list; results.csv has them all. */
const MOST = 400;

interface Line {
  readonly student: StudentResult;
  readonly result: ExerciseResult;
}

function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Html {
  if (rows.length === 0) return html``;
  return html`<details><summary>${caption}: ${rows.length}</summary>${
    rows.length > MOST ? html`<p>The first ${MOST}; results.csv has them all.</p>` : undefined
  }<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="lines">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.slice(0, MOST).map((row) => html`<tr>${row.map((field) => (typeof field === "number" ? html`<td class="n">${field}</td>` : html`<td>${field}</td>`))}</tr>\n`)}</tbody></table></div></details>
`;
}

export function remarksSection({ students }: ClassResults): Html {
  const all: readonly Line[] = students.flatMap((student) =>
    student.exercises.map((result) => ({ student, result })),
  );
  const where = ({ student, result }: Line): readonly [string, string] => [
    shownName(student),
    idOf(result.slug),
  ];
  const overrides = all.flatMap((line) => {
    const { override, graded } = line.result;
    return override === undefined ? [] : [[...where(line), graded ?? "", override.score, override.reason]];
  });
  const late = all.flatMap((line) => {
    const { lateness, submittedAt, graded } = line.result;
    if (lateness === undefined) return [];
    const { daysLate, deduction, reason } = lateness;
    return [
      [
        ...where(line),
        submittedAt === undefined ? "" : shownTime(submittedAt),
        daysLate,
        graded ?? "",
        deduction,
        reason,
      ],
    ];
  });
  const refused = all.flatMap((line) => {
    const { absence, problem } = line.result;
    return absence === "refused" || absence === "not judged" ? [[...where(line), problem ?? absence]] : [];
  });
  const folders = students.flatMap((student) =>
    [...(student.problem === undefined ? [] : [student.problem]), ...student.remarks].map((remark) => [
      shownName(student),
      remark,
    ]),
  );
  const count = overrides.length + late.length + refused.length + folders.length;
  return html`<p>${count === 0 ? "Nothing was set by hand, late, refused or ignored." : `${counted(count, "remark")}.`}</p>
${table("Set by hand", ["Student", "Exercise", "Graded", "Counts", "Reason"], overrides)}
${table("Late", ["Student", "Exercise", "Handed in", "Days", "Graded", "Taken off", "Rule"], late)}
${table("Refused or not judged", ["Student", "Exercise", "Why"], refused)}
${table("Found in folders", ["Student", "What"], folders)}`;
}
