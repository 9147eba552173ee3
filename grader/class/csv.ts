/** Tables that instructors bring: comma or semicolon, with or without a byte order mark, from any spreadsheet. */
import { readFileSync, statSync } from "node:fs";
import papaparse from "papaparse";
import { Unusable } from "./usage.ts";

export type Row = Readonly<Record<string, string>>;

export interface Table {
  /** As printed in the file. */
  readonly header: readonly string[];
  /** Fields by the header's own names; a row that is empty is left out. */
  readonly rows: readonly { readonly line: number; readonly row: Row }[];
}

const MOST_BYTES = 20_000_000;

/** @throws Unusable unless it is a table with a header, in UTF-8 */
export function readTable(path: string, what: string): Table {
  const text = textOf(path, what);
  const { data, errors } = papaparse.parse<string[]>(text, {
    skipEmptyLines: false,
    // Told, not guessed from the data: a table of one column holds neither.
    delimiter: delimiterOf(text),
  });
  const quotes = errors.find(({ type }) => type === "Quotes");
  if (quotes !== undefined)
    throw new Unusable(
      `${path}: row ${(quotes.row ?? 0) + 1}: a quoted field that ends, got one that does not`,
    );
  const [first, ...rest] = data;
  const header = (first ?? []).map((name) => name.trim());
  if (header.every((name) => name === "")) throw new Unusable(`${path}: ${what} with a header row, got none`);
  const twice = header.find((name, i) => name !== "" && header.indexOf(name) !== i);
  if (twice !== undefined)
    throw new Unusable(`${path}: each column once, got ${JSON.stringify(twice)} twice`);
  const rows = rest.flatMap((fields, i) => {
    if (fields.every((field) => field.trim() === "")) return [];
    const row = Object.fromEntries(header.map((name, k) => [name, fields[k] ?? ""]));
    return [{ line: i + 2, row }];
  });
  return { header, rows };
}

function textOf(path: string, what: string): string {
  try {
    if (!statSync(path).isFile()) throw new Unusable(`${path}: ${what} as a CSV file, got no plain file`);
    if (statSync(path).size > MOST_BYTES)
      throw new Unusable(`${path}: ${what} of at most ${MOST_BYTES / 1e6} MB, got more`);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Unusable(`${path}: ${what} as a CSV file, there is none`);
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new Unusable(`${path}: UTF-8, got other bytes; save it as "CSV UTF-8"`);
    throw new Unusable(`${path}: ${what} as a CSV file, it cannot be read (${code ?? "an error"})`);
  }
}

function delimiterOf(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const bare = line.replace(/"[^"]*"/g, "");
  return [",", ";", "\t"].reduce((best, each) =>
    bare.split(each).length > bare.split(best).length ? each : best,
  );
}

/** The field of the first of these columns that the table has; columns are found whatever their case. */
export function field(row: Row, ...names: readonly string[]): string | undefined {
  for (const wanted of names) {
    const name = Object.keys(row).find((each) => each.toLowerCase() === wanted);
    const text = name === undefined ? undefined : row[name]?.trim();
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

/** True if the table has one of these columns. */
export const hasColumn = ({ header }: Table, ...names: readonly string[]): boolean =>
  header.some((each) => names.includes(each.toLowerCase()));
