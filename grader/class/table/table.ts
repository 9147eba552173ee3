/** Tables that instructors bring: comma, semicolon or tab, in any encoding that a spreadsheet saves. */
import { readFileSync, statSync } from "node:fs";
import { Unusable } from "../usage.ts";
import { type Decoded, decoded } from "./bytes.ts";
import { type Cell, cellsOf, layoutOf } from "./cells.ts";

export interface Row {
  /** Number of its record in the file, from 1; the header is 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

const MOST_BYTES = 20_000_000;

/** Names of columns that mean the same: case, spaces, and the shape of an apostrophe left out. */
export const columnName = (text: string): string =>
  text.normalize("NFC").replace(/[’‘`]/g, "'").replace(/\s+/g, " ").trim().toLowerCase();

export class Table {
  readonly path: string;
  /** As printed in the file. */
  readonly header: readonly string[];
  /** Rows that are not empty. */
  readonly rows: readonly Row[];
  readonly source: Decoded;
  private readonly places: ReadonlyMap<string, readonly number[]>;
  /** Places by the names that were asked for: each row asks for the same. */
  private readonly asked = new Map<string, readonly number[]>();

  constructor(path: string, source: Decoded, header: readonly string[], rows: readonly Row[]) {
    this.path = path;
    this.header = header;
    this.rows = rows;
    this.source = source;
    const places = new Map<string, number[]>();
    for (const [i, name] of header.entries())
      places.set(columnName(name), [...(places.get(columnName(name)) ?? []), i]);
    places.delete("");
    this.places = places;
  }

  /** True if the table has one of these columns. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.places.has(columnName(name)));
  }

  /**
   * Where the first of these columns is that the table has.
   *
   * @throws Unusable if it is there more than once
   */
  place(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const [first, second] = this.placesOf(name);
      if (second !== undefined)
        throw new Unusable(
          `${this.path}: each column once that is used, got ${JSON.stringify(this.header[first!])} twice; rename or delete one`,
        );
      if (first !== undefined) return first;
    }
    return undefined;
  }

  private placesOf(name: string): readonly number[] {
    const known = this.asked.get(name);
    if (known !== undefined) return known;
    const places = this.places.get(columnName(name)) ?? [];
    this.asked.set(name, places);
    return places;
  }

  /** The field of the first of these columns that has one in the row. */
  field(row: Row, ...names: readonly string[]): string | undefined {
    for (const name of names) {
      const place = this.place(name);
      const text = place === undefined ? undefined : row.cells[place]?.text.trim();
      if (text !== undefined && text !== "") return text;
    }
    return undefined;
  }

  /** A row by the header's own names; of a column that is there twice, the first. */
  record({ cells }: Row): Readonly<Record<string, string>> {
    const fields = new Map<string, string>();
    for (const [i, name] of this.header.entries())
      if (!fields.has(name)) fields.set(name, cells[i]?.text ?? "");
    return Object.fromEntries(fields);
  }
}

/** @throws Unusable unless it is a table with a header, in an encoding that is known */
export function readTable(path: string, what: string): Table {
  const source = sourceOf(path, what);
  const [first, ...rest] = recordsOf(path, source.text);
  const header = (first ?? []).map(({ text }) => text.trim());
  if (header.every((name) => name === "")) throw new Unusable(`${path}: ${what} with a header row, got none`);
  const rows = rest
    .map((cells, i) => ({ line: i + 2, cells }))
    .filter(({ cells }) => cells.some(({ text }) => text.trim() !== ""));
  return new Table(path, source, header, rows);
}

function recordsOf(path: string, text: string): Cell[][] {
  try {
    return cellsOf(text, layoutOf(text));
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
