/**
 * A CSV file with a header: commas, optional double quotes, LF or CRLF, an optional byte order mark.
 */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The fields of one line; quotes may hold commas, and a doubled quote is a quote. */
function fields(line: string): string[] {
  const found: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g;
  for (let match = field.exec(line); match !== null; match = field.exec(line)) {
    found.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
    if (match[3] === "") break;
  }
  return found;
}

/** @throws RangeError that names the line, what was expected and what was found */
export function readTable(text: string, wanted: readonly string[]): Table {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const header = fields(lines[0] ?? "").map((name) => name.toLowerCase());
  const lacking = wanted.filter((name) => !header.includes(name));
  if (lacking.length > 0)
    throw new RangeError(
      `line 1: a header with ${wanted.join(", ")} expected, ${lacking.join(", ")} missing in "${(lines[0] ?? "").slice(0, 80)}"`,
    );
  const rows: string[][] = [];
  lines.slice(1).forEach((line, i) => {
    if (line.trim() === "") return;
    const row = fields(line);
    if (row.length !== header.length)
      throw new RangeError(`line ${i + 2}: ${header.length} fields expected, got ${row.length}`);
    rows.push(row);
  });
  if (rows.length < 2) throw new RangeError(`at least 2 rows below the header expected, got ${rows.length}`);
  return { header, rows };
}

/** A column as numbers. */
export function numbers(table: Table, name: string): Float64Array {
  const at = table.header.indexOf(name);
  return Float64Array.from(table.rows, (row, i) => {
    const field = row[at] ?? "";
    const value = field === "" ? Number.NaN : Number(field);
    if (!Number.isFinite(value))
      throw new RangeError(`row ${i + 1}, column ${name}: a number expected, got "${field.slice(0, 40)}"`);
    return value;
  });
}

/** A column as 0 and 1: 1 where the field is `one`, 0 where it is `zero`. */
export function labels(table: Table, name: string, zero: string, one: string): Float64Array {
  const at = table.header.indexOf(name);
  return Float64Array.from(table.rows, (row, i) => {
    const field = row[at] ?? "";
    if (field !== zero && field !== one)
      throw new RangeError(
        `row ${i + 1}, column ${name}: ${zero} or ${one} expected, got "${field.slice(0, 40)}"`,
      );
    return field === one ? 1 : 0;
  });
}
