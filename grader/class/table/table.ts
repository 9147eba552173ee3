/** A table by the names of its columns. */
import { Unusable } from "../usage.ts";
import type { Decoded } from "./bytes.ts";
import type { Cell } from "./cells.ts";

export interface Row {
  /** Number of its record in the file, from 1; the header is 1 where nothing stands above it. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Names of columns that mean the same: case, spaces, and the shape of an apostrophe left out. */
export const columnName = (text: string): string =>
  text.normalize("NFC").replace(UNSEEN, "").replace(/[’‘`]/g, "'").replace(/\s+/g, " ").trim().toLowerCase();

/** Letters without a shape, which come along where people copy from pages. */
export const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

export class Table {
  readonly path: string;
  /** As printed in the file. */
  readonly header: readonly string[];
  /** Rows that are not empty. */
  readonly rows: readonly Row[];
  readonly source: Decoded;
  /** How many records stand above the header. */
  readonly above: number;
  private readonly places: ReadonlyMap<string, readonly number[]>;
  /** Places by the names that were asked for: each row asks for the same. */
  private readonly asked = new Map<string, readonly number[]>();

  /** @param records all of the file, from the header on those after `above` */
  constructor(path: string, source: Decoded, records: readonly (readonly Cell[])[], above: number) {
    this.path = path;
    this.source = source;
    this.above = above;
    const [first = [], ...rest] = records.slice(above);
    const header = first.map(({ text }) => text.trim());
    this.header = header;
    this.rows = rest
      .map((cells, i) => ({ line: above + i + 2, cells }))
      .filter(({ cells }) => cells.some(({ text }) => text.trim() !== ""));
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
      const text = place === undefined ? undefined : plain(row.cells[place]?.text ?? "");
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

/** What a cell means: exports write `="0012"` or `'0012`, lest a spreadsheet take it for a number. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/^="([^"]*)"$/, "$1")
    .replace(/^'(?=[\d=+\-@])/, "")
    .trim();
