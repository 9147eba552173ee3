/**
 * Values in print, as a student would type them. Several values of one form are laid out together, so that
 * yours and ours stand below each other column by column.
 */
import type { Foreign, FunctionValue, Returned, Value } from "../value.ts";
import { isForeign, isFunctionValue } from "../value.ts";
import { alignDecimals, DIGITS, printNumber } from "./print-number.ts";
import { clean, cut, widthOf } from "./width.ts";

/** Whatever a verdict can carry: what went in and what came back. */
export type Printable =
  | number
  | string
  | boolean
  | readonly Printable[]
  | FunctionValue
  | Foreign
  | { readonly [field: string]: Printable };

export interface PrintOptions {
  /** Width that no line exceeds. */
  readonly columns: number;
  /** Significant digits of long numbers. */
  readonly digits?: number;
  /** What stands for entries left out; three dots unless told. */
  readonly dots?: string;
}

interface Layout extends Required<PrintOptions> {}

const ENTRIES = 12;
const ROWS = 8;
const FIELDS = 6;
/** Lines of one value: records in records are cut here, since each of them alone is short. */
const LINES = 40;

/** A value on one line, in full, such as `[1, -0.5]`, `deriv`'s argument `scale(3)` or `{ dw: 2, db: 1 }`. */
export function printInline(value: Printable, digits: number = DIGITS): string {
  if (typeof value === "number") return printNumber(value, digits);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return clean(JSON.stringify(value));
  if (isList(value)) return `[${value.map((item) => printInline(item, digits)).join(", ")}]`;
  if (isForeign(value as Returned)) return clean((value as { foreign: string }).foreign);
  if (isFunctionValue(value as Value))
    return printFunction(value as { fn: string; args?: readonly Printable[] });
  const fields = Object.entries(value).map(
    ([name, field]) => `${fieldName(name)}: ${printInline(field as Printable, digits)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** A field as code has it: in quotation marks where it is neither a name nor a row's place, such as "layer1.weight". */
const fieldName = (name: string): string =>
  /^([\p{L}_$][\p{L}\p{N}_$]*|\[\d+\])$/u.test(name) ? name : clean(JSON.stringify(name));

/** A value on as many lines as it takes; what is long is cut, with its size. */
export function printValue(value: Printable, options: PrintOptions): readonly string[] {
  return printTogether([value], options)[0] ?? [];
}

/** Values that are to be compared, each on lines of its own, aligned with each other where they have one form. */
export function printTogether(
  values: readonly Printable[],
  { columns, digits = DIGITS, dots = "..." }: PrintOptions,
): readonly (readonly string[])[] {
  const layout = { columns, digits, dots };
  return together(values, layout).map((lines) => {
    const shown = lines.length > LINES ? [...lines.slice(0, LINES), dots] : lines;
    return shown.map((line) => cut(line, columns, dots));
  });
}

function together(values: readonly Printable[], layout: Layout): readonly (readonly string[])[] {
  if (values.every((value) => typeof value === "number")) {
    return alignDecimals(values.map((value) => printNumber(value, layout.digits))).map((text) => [
      text.trimEnd(),
    ]);
  }
  if (values.every(isVector) && sameLength(values)) {
    const rows = rowsTogether(values, layout);
    if (rows !== undefined) return rows.map((row) => [`[${row}]`]);
  }
  if (values.every(isMatrix)) {
    const matrices = matricesTogether(values, layout);
    if (matrices !== undefined) return matrices;
  }
  return values.map((value) => alone(value, layout));
}

function alone(value: Printable, layout: Layout): readonly string[] {
  if (typeof value !== "object") return [printInline(value, layout.digits)];
  if (isMatrix(value)) return matricesTogether([value], layout)?.[0] ?? [];
  if (isVector(value)) return longVector(value, layout);
  const whole = isSmall(value) ? printInline(value, layout.digits) : undefined;
  if (whole !== undefined && widthOf(whole) <= layout.columns) return [whole];
  if (isList(value)) {
    return fieldsOf(
      value.map((item, index) => [`[${index}]`, item] as const),
      "entries",
      layout,
    );
  }
  if (isForeign(value as Returned) || isFunctionValue(value as Value)) return [printInline(value)];
  return fieldsOf(Object.entries(value) as [string, Printable][], "fields", layout);
}

/** Named parts one below the other: `dW: [[1, 2],` and so on. */
function fieldsOf(
  entries: readonly (readonly [string, Printable])[],
  what: string,
  layout: Layout,
): readonly string[] {
  const shown = entries.slice(0, FIELDS);
  const lines = shown.flatMap(([name, value]) => {
    const label = `${cut(fieldName(name), Math.floor(layout.columns / 3), layout.dots)}: `;
    const block =
      together([value], { ...layout, columns: Math.max(8, layout.columns - widthOf(label)) })[0] ?? [];
    return block.map((line, index) => (index === 0 ? label : " ".repeat(widthOf(label))) + line);
  });
  return shown.length < entries.length
    ? [...lines, `${layout.dots} ${shown.length} of ${entries.length} ${what}`]
    : lines;
}

/** Equally long vectors with their columns aligned, without brackets; nothing if they do not fit on a line. */
function rowsTogether(
  vectors: readonly (readonly number[])[],
  layout: Layout,
): readonly string[] | undefined {
  const length = vectors[0]?.length ?? 0;
  if (length > ENTRIES) return undefined;
  const rows = joinColumns(vectors, length, layout.digits);
  return rows.every((row) => widthOf(row) + 2 <= layout.columns)
    ? rows.map((row) => row.trimEnd())
    : undefined;
}

/** The first columns of rows of numbers, aligned on the decimal point, with commas. */
function joinColumns(
  rows: readonly (readonly number[])[],
  columns: number,
  digits: number,
): readonly string[] {
  const cells = Array.from({ length: columns }, (_, j) => {
    const texts = alignDecimals(rows.map((row) => printNumber(row[j] ?? Number.NaN, digits)));
    if (j === columns - 1) return texts;
    // The comma belongs to the number, the padding follows it.
    return texts.map((text) => `${text.trimEnd()},`.padEnd(text.length + 2));
  });
  return rows.map((_, i) => cells.map((column) => column[i]).join(""));
}

/** A vector over several lines, cut after a dozen entries. */
function longVector(vector: readonly number[], layout: Layout): readonly string[] {
  const texts = vector.slice(0, ENTRIES).map((x) => printNumber(x, layout.digits));
  const lines: string[] = [];
  let line = "[";
  const add = (piece: string): void => {
    if (line.trim() !== "[" && line.trim() !== "" && widthOf(line) + widthOf(piece) > layout.columns) {
      lines.push(line.trimEnd());
      line = " ";
    }
    line += `${piece} `;
  };
  texts.forEach((text, index) => {
    add(index === vector.length - 1 ? `${text}]` : `${text},`);
  });
  if (vector.length > ENTRIES) add(`${layout.dots}]`);
  if (vector.length === 0) line = "[]";
  lines.push(line.trimEnd());
  return vector.length > ENTRIES ? [...lines, `${ENTRIES} of ${vector.length} entries`] : lines;
}

/** Matrices of one size with common columns; nothing if their sizes differ. */
function matricesTogether(
  matrices: readonly (readonly (readonly number[])[])[],
  layout: Layout,
): readonly (readonly string[])[] | undefined {
  const rows = matrices[0]?.length ?? 0;
  const columns = matrices[0]?.[0]?.length ?? 0;
  if (matrices.some((matrix) => matrix.length !== rows || matrix[0]?.length !== columns)) return undefined;
  const shownRows = Math.min(rows, ROWS);
  const all = matrices.flatMap((matrix) => matrix.slice(0, shownRows));
  let shownColumns = Math.min(columns, ENTRIES);
  let texts = joinColumns(all, shownColumns, layout.digits);
  const room = (): number => layout.columns - 5 - (shownColumns < columns ? layout.dots.length + 2 : 0);
  while (shownColumns > 1 && texts.some((text) => widthOf(text) > room())) {
    shownColumns--;
    texts = joinColumns(all, shownColumns, layout.digits);
  }
  const wide = shownColumns < columns;
  return matrices.map((_, index) => {
    const own = texts.slice(index * shownRows, (index + 1) * shownRows);
    const lines = own.map((text, i) => {
      const row = `${i === 0 ? "[" : " "}[${text.trimEnd()}${wide ? `, ${layout.dots}` : ""}]`;
      return row + (i === rows - 1 ? "]" : ",");
    });
    const cutSize = `${shownRows} of ${rows} rows, ${shownColumns} of ${columns} columns`;
    return shownRows < rows ? [...lines, ` ${layout.dots}]`, cutSize] : wide ? [...lines, cutSize] : lines;
  });
}

function printFunction({ fn, args }: { fn: string; args?: readonly Printable[] }): string {
  return args === undefined || args.length === 0
    ? clean(fn)
    : `${clean(fn)}(${args.map((a) => printInline(a)).join(", ")})`;
}

const isList = (value: Printable): value is readonly Printable[] => Array.isArray(value);

const isVector = (value: Printable): value is readonly number[] =>
  isList(value) && value.every((item) => typeof item === "number");

const isMatrix = (value: Printable): value is readonly (readonly number[])[] =>
  isList(value) &&
  value.length > 0 &&
  value.every((row) => isVector(row) && row.length > 0) &&
  new Set(value.map((row) => (row as readonly number[]).length)).size === 1;

const sameLength = (values: readonly (readonly unknown[])[]): boolean =>
  values.length > 0 && values.every((value) => value.length === values[0]?.length) && values[0]?.length !== 0;

/** Small enough that printing it on one line, only to see whether it fits, costs nothing. */
function isSmall(value: Printable, budget = { left: 60 }): boolean {
  if (--budget.left < 0) return false;
  if (typeof value !== "object" || isForeign(value as Returned)) return true;
  return Object.values(value).every((item) => isSmall(item as Printable, budget));
}
