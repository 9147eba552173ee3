/** Moodle's grading worksheet: read as a roster, and given back with grades and feedback filled in. */
import type { Encoding } from "../table/bytes.ts";
import type { Cell } from "../table/cells.ts";
import { columnName } from "../table/table.ts";
import { no } from "./columns.ts";
import type { Roster } from "./roster.ts";

export interface WorksheetRow {
  readonly grade: Cell;
  readonly feedback?: Cell;
  /** Points that Moodle gives at most, where the worksheet says so. */
  readonly maximum?: number;
  /** False where Moodle would not take a grade. */
  readonly canBeChanged: boolean;
}

export interface Worksheet {
  readonly text: string;
  readonly encoding: Encoding;
  /** By identifier. */
  readonly rows: ReadonlyMap<string, WorksheetRow>;
}

/** Undefined where the roster is none. */
export function worksheetOf({ table, names, rows, format }: Roster): Worksheet | undefined {
  const place = (role: keyof typeof names): number | undefined => table.place(...(names[role] ?? []));
  const grade = place("grade");
  if (format !== "moodle" || grade === undefined || place("participant") === undefined) return undefined;
  const lines = new Map(table.rows.map(({ line, cells }) => [line, cells]));
  const [feedback, maximum, changeable] = [place("feedback"), place("maximum"), place("changeable")];
  const found = rows.flatMap(({ identifier, line }) => {
    const cells = lines.get(line)!;
    if (cells[grade] === undefined) return [];
    const most =
      maximum === undefined ? Number.NaN : Number.parseFloat(cells[maximum]?.text.replace(",", ".") ?? "");
    const comment = feedback === undefined ? undefined : cells[feedback];
    const row: WorksheetRow = {
      grade: cells[grade],
      canBeChanged: changeable === undefined || !no.has(columnName(cells[changeable]?.text ?? "")),
      ...(comment === undefined ? {} : { feedback: comment }),
      ...(most > 0 ? { maximum: most } : {}),
    };
    return [[identifier, row] as const];
  });
  const { text, encoding } = table.source;
  return { text, encoding, rows: new Map(found) };
}
