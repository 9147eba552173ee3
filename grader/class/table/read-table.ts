/** Tables that instructors bring: comma, semicolon or tab, in any encoding that a spreadsheet saves. */
import { readFileSync, statSync } from "node:fs";
import { Unusable } from "../usage.ts";
import { type Decoded, decoded } from "./bytes.ts";
import { type Cell, cellsOf, layoutOf, otherLayouts } from "./cells.ts";
import { Table } from "./table.ts";

const MOST_BYTES = 20_000_000;
/** Titles and dates that people put above a table. */
const MOST_ABOVE = 10;

/**
 * @param isKnown whether these are columns that are looked for; if those of the first record are not, others are tried
 * @throws Unusable unless it is a table with a header, in an encoding that is known
 */
export function readTable(path: string, what: string, isKnown: (table: Table) => boolean): Table {
  const source = sourceOf(path, what);
  const known = knownTable(path, source, isKnown);
  const table = known ?? firstTable(path, source);
  if (table.header.every((name) => name === ""))
    throw new Unusable(`${path}: ${what} with a header row, got none`);
  if (known !== undefined) assertWidths(known);
  return table;
}

const firstTable = (path: string, source: Decoded): Table =>
  new Table(path, source, recordsOf(path, source.text, layoutOf(source.text)), 0);

function knownTable(path: string, source: Decoded, isKnown: (table: Table) => boolean): Table | undefined {
  for (const layout of [layoutOf(source.text), ...otherLayouts(source.text)]) {
    let records: Cell[][];
    try {
      records = recordsOf(path, source.text, layout);
    } catch {
      continue;
    }
    for (let above = 0; above <= Math.min(MOST_ABOVE, records.length - 1); above++) {
      const table = new Table(path, source, records, above);
      if (table.header.some((name) => name !== "") && isKnown(table)) return table;
    }
  }
  return undefined;
}

/** A comma too many moves all that follows by a column. */
function assertWidths({ path, header, rows }: Table): void {
  for (const { line, cells } of rows) {
    const last = cells.findLastIndex(({ text }) => text.trim() !== "");
    if (last >= header.length)
      throw new Unusable(
        `${path}: row ${line}: ${header.length} fields as in the header, got ${last + 1}; quote the field that holds the delimiter`,
      );
  }
}

function recordsOf(path: string, text: string, layout: ReturnType<typeof layoutOf>): Cell[][] {
  try {
    return cellsOf(text, layout);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unusable(
      `${path}: row ${error.message}: a quoted field that ends, and quotes in it doubled, expected; got others`,
    );
  }
}

function sourceOf(path: string, what: string): Decoded {
  let bytes: Uint8Array;
  try {
    if (!statSync(path).isFile()) throw new Unusable(`${path}: ${what} as a CSV file, got no plain file`);
    if (statSync(path).size > MOST_BYTES)
      throw new Unusable(`${path}: ${what} of at most ${MOST_BYTES / 1e6} MB, got more`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Unusable(`${path}: ${what} as a CSV file, there is none`);
    throw new Unusable(`${path}: ${what} as a CSV file, it cannot be read (${code ?? "an error"})`);
  }
  const source = decoded(bytes);
  if (source !== undefined) return source;
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b ? "a spreadsheet's own file" : "other bytes";
  throw new Unusable(
    `${path}: a table in UTF-8, UTF-16 with a byte order mark, or Windows-1252, got ${zip}; save it as "CSV UTF-8"`,
  );
}
