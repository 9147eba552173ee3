import rowsHtml from "./long-table-rows.hbs";
import topHtml from "./long-table-top.hbs";

/** Rows of a piece. */
const PIECE = 256;

/** A table to be opened, whole however long it is, in pieces; nothing without rows. */
export function* longTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Generator<string> {
  if (rows.length === 0) return;
  yield `${topHtml({ caption, count: rows.length, columns })}\n`;
  for (let i = 0; i < rows.length; i += PIECE)
    yield rowsHtml({
      rows: rows
        .slice(i, i + PIECE)
        .map((row) => row.map((field) => ({ field, isNumber: typeof field === "number" }))),
    });
  yield "</tbody></table></div></details>\n";
}
