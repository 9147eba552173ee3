/** Exercises across, students down. It is whole without its script, which sorts it and walks it by arrow keys. */
import type { ClassResults } from "../../results.ts";
import { idOf, pointsShown } from "../names.ts";
import type { Summary } from "../summary/summary.ts";
import { type Cell, cellOf } from "./cell.ts";
import cellHtml from "./heat-map-cell.hbs";
import rowHtml from "./heat-map-row.hbs";
import topHtml from "./heat-map-top.hbs";
import { linkTo } from "./student-link.ts";

/** In pieces: of a large class it is most of the page. */
export function* heatMap(
  { exercises, students }: ClassResults,
  { order }: Summary,
  pages: ReadonlyMap<string, string>,
): Generator<string> {
  const columns = order.exercises.map((index) => {
    const { slug, title, maxScore } = exercises[index]!;
    return { index, id: idOf(slug), title, maxScore };
  });
  yield `${topHtml({ columns })}\n`;
  const square = squares();
  for (const index of order.students) {
    const student = students[index]!;
    yield `${rowHtml({
      index,
      ...linkTo(student, pages),
      folder: student.folder,
      isGroup: student.group !== undefined,
      points: pointsShown(student),
      cellsHtml: order.exercises.map((e) => square(cellOf(student.exercises[e]!))).join(""),
    })}\n`;
  }
  yield "</tbody>\n</table>\n</div>";
}

/** A class has seventy thousand squares, but few that differ: each is filled in once. */
function squares(): (cell: Cell) => string {
  const made = new Map<string, string>();
  return (cell) => {
    const key = cell.shade + cell.sign;
    const known = made.get(key);
    if (known !== undefined) return known;
    const html = cellHtml(cell);
    made.set(key, html);
    return html;
  };
}
