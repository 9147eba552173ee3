/** A table with a small line in each row, to be opened, in pieces. */
import rowsHtml from "./lines-rows.hbs";
import topHtml from "./lines-top.hbs";
import { HEIGHT, WIDTH } from "./spark.ts";

export interface Chart {
  readonly width: number;
  readonly height: number;
  /** The same in words. */
  readonly label: string;
  readonly first: string;
  readonly second?: string;
}

export interface LineRow {
  readonly name: string;
  /** The student's page, where the row is a student. */
  readonly page?: string;
  readonly chart?: Chart;
  readonly cells: readonly (string | number)[];
}

/** Rows of a piece. */
const PIECE = 256;

export const chartOf = (label: string, first: string, second?: string): Chart | undefined =>
  first === "" ? undefined : { width: WIDTH, height: HEIGHT, label, first, ...(second ? { second } : {}) };

export function* lineTable(
  caption: string,
  columns: readonly string[],
  rows: readonly LineRow[],
): Generator<string> {
  if (rows.length === 0) return;
  yield `${topHtml({ caption, columns })}\n`;
  for (let i = 0; i < rows.length; i += PIECE)
    yield rowsHtml({
      rows: rows.slice(i, i + PIECE).map(({ name, page, chart, cells }) => ({
        ...{ name, page, chart: chart === undefined ? undefined : { second: undefined, ...chart } },
        cells: cells.map((text) => ({ text, isNumber: typeof text === "number" })),
      })),
    });
  yield "</tbody></table></div></details>\n";
}
