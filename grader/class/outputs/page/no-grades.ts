/** The cells that are no grades: how many on top of the report, and each of them further down. */
import { type NoGrade, noGrades } from "../../no-grade.ts";
import { idOf, shownName } from "../names.ts";
import { type Cells, cellLines, type OpenCell } from "../summary/cells.ts";
import { stateWords } from "../summary/state.ts";
import headHtml from "./cells-head.hbs";
import { longTable } from "./long-table.ts";

export function cellsHead(cells: Cells): string {
  const { head, kinds } = cellLines(cells);
  return headHtml({ head, kinds: kinds.map(partsOf) });
}

/** Commands and options, which are typed as they stand, and the text between them. */
const partsOf = (line: string) =>
  line
    .split(/(`[^`]+`|--[a-z]+)/)
    .map((part, i) => ({ isTyped: i % 2 === 1, text: part.replaceAll("`", "") }));

const CAPTIONS: Readonly<Record<NoGrade, string>> = {
  "not judged": "Not judged",
  unclear: "Unclear whose",
  unreadable: "Handed in, but not readable as the work",
  missing: "Nothing handed in",
  excused: "Excused",
};

export function* noGradesSection({ open }: Cells): Generator<string> {
  if (noGrades.every((each) => open[each].length === 0)) return;
  yield '<h2 id="no-grades">No grades</h2>\n';
  for (const reason of noGrades)
    yield* longTable(CAPTIONS[reason], ["Student", "Exercise", "Why"], open[reason].map(rowOf));
}

const rowOf = ({ student, result }: OpenCell): readonly string[] => [
  shownName(student),
  idOf(result.slug),
  result.excused ?? result.problem ?? student.problem ?? result.verdict?.error ?? stateWords.missing,
];
