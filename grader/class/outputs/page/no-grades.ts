/** The cells that are no grades: how many on top of the report, and each of them further down. */
import { type NoGrade, noGrades } from "../../no-grade.ts";
import { idOf, shownName } from "../names.ts";
import { type Cells, cellLines, type OpenCell } from "../summary/cells.ts";
import { stateWords } from "../summary/state.ts";
import { type Html, html } from "./html.ts";
import { longTable } from "./long-table.ts";

export function cellsHead(cells: Cells): Html {
  const { head, kinds } = cellLines(cells);
  const isWhole = kinds.length === 0;
  return html`<p class="${isWhole ? "soft" : "short"}">${head}${isWhole ? undefined : html` <a href="#no-grades">Which they are</a>`}</p>
${isWhole ? undefined : html`<ul>${kinds.map((kind) => html`<li>${kind}</li>`)}</ul>`}`;
}

const CAPTIONS: Readonly<Record<NoGrade, string>> = {
  "not judged": "Not judged",
  unclear: "Unclear whose",
  unreadable: "Handed in, but not readable as the work",
  missing: "Nothing handed in",
  excused: "Excused",
};

export function* noGradesSection({ open }: Cells): Generator<Html> {
  if (noGrades.every((each) => open[each].length === 0)) return;
  yield html`<h2 id="no-grades">No grades</h2>\n`;
  for (const reason of noGrades)
    yield* longTable(CAPTIONS[reason], ["Student", "Exercise", "Why"], open[reason].map(rowOf));
}

const rowOf = ({ student, result }: OpenCell): readonly string[] => [
  shownName(student),
  idOf(result.slug),
  result.excused ?? result.problem ?? student.problem ?? result.verdict?.error ?? stateWords.missing,
];
