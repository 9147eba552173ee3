/**
 * Yours, expected and numerical, below each other and aligned on the decimal point.
 */
import { entryAt } from "./entry-at.ts";
import type { Look } from "./look.ts";
import { DIGITS, digitsFor, printNumber } from "./print-number.ts";
import { type Printable, printInline, printTogether } from "./print-value.ts";
import type { Finding } from "./verdict.ts";
import { cut, widthOf } from "./width.ts";

type Row = readonly [label: string, lines: readonly string[], paint?: (text: string) => string];

/** Narrowest and widest column of labels. */
const LABEL = { least: 11, most: 20 };

/**
 * The values of a finding; nothing where it has none.
 *
 * @param isTight each value on one line, cut where it is longer; of records the field that differs
 */
export function renderComparison(finding: Finding, look: Look, isTight = false): readonly string[] {
  const { at = "" } = finding;
  const { yours, expected, alike } = differingFields(finding, at, isTight);
  const digits = digitsOf(yours, expected, at);
  const given = [yours, expected].filter((value) => value !== undefined);
  const where = `at ${look.say(at).replace(/^\./, "")}`;
  const isWithin = at !== "" && typeof yours === "object";
  const labels =
    isWithin && widthOf(where) + 3 <= LABEL.most ? Math.max(LABEL.least, widthOf(where) + 3) : LABEL.least;
  const room = look.columns - 4 - labels;
  const printed = isTight
    ? given.map((value) => [cut(look.say(printInline(value, digits)), room, look.dots)])
    : printTogether(given, { columns: room, digits, dots: look.dots });
  const rows: Row[] = [];
  const entry = at === "" ? undefined : entryAt(yours, at);
  const right = at === "" ? undefined : entryAt(expected, at);
  const numerical = numericalOf(finding, look);
  if (yours !== undefined) rows.push(["yours", printed[0] ?? [], look.red]);
  if (expected !== undefined) {
    const lines = printed[given.length - 1] ?? [];
    const scalar = typeof expected === "number";
    rows.push([
      "expected",
      scalar && numerical !== "" ? beside(lines, `(numerical ${numerical})`, room) : lines,
    ]);
  }
  if (entry !== undefined && isWithin) {
    const [mine, ours] = [entry, right].map((value) =>
      value === undefined ? "" : printInline(value, digits),
    );
    const line = `${cut(mine ?? "", room, look.dots)}${right === undefined ? "" : `, expected ${ours}`}`;
    rows.push([where, numerical === "" ? [line] : beside([line], `(numerical ${numerical})`, room)]);
  } else if (numerical !== "" && typeof expected !== "number") rows.push(["numerical", [numerical]]);
  if (alike.length > 0 && !isTight) rows.push(["alike", [alike.join(", ")]]);
  const off = offBy(finding, entry ?? yours, right ?? expected, digits);
  if (off !== "") rows.push(["off by", [off]]);
  return rows.flatMap((row) => renderRow(row, labels, look));
}

/** Of records, the fields that differ, or only the one that is shown; the names of the others. */
function differingFields(
  { yours, expected }: { readonly yours?: Printable; readonly expected?: Printable },
  at: string,
  isTight: boolean,
): { yours?: Printable | undefined; expected?: Printable | undefined; alike: readonly string[] } {
  const field = /^\.([^.[\]]+)/.exec(at)?.[1];
  if (field === undefined || !isRecord(yours) || !isRecord(expected)) return { yours, expected, alike: [] };
  const alike = Object.keys(expected).filter(
    (name) =>
      name !== field &&
      Object.hasOwn(yours, name) &&
      (isTight || printInline(yours[name]!) === printInline(expected[name]!)),
  );
  const without = (record: Readonly<Record<string, Printable>>): Printable =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !alike.includes(name)));
  return { yours: without(yours), expected: without(expected), alike };
}

const isRecord = (value: Printable | undefined): value is Readonly<Record<string, Printable>> =>
  typeof value === "object" && !Array.isArray(value);

function renderRow([label, lines, paint]: Row, labels: number, look: Look): readonly string[] {
  const name = cut(look.say(label), look.columns - 8, look.dots);
  // A path longer than the column of labels gets a line of its own.
  const own = widthOf(name) >= labels ? [`    ${name}`] : [];
  const first = own.length > 0 ? "" : name;
  const body = lines.map((line, i) => {
    const text = cut(look.say(line), look.columns - 4 - labels, look.dots);
    return `    ${(i === 0 ? first : "").padEnd(labels)}${paint === undefined ? text : paint(text)}`;
  });
  return [...own, ...body];
}

function digitsOf(yours: Printable | undefined, expected: Printable | undefined, at: string): number {
  const [mine, ours] = [entryAt(yours, at), entryAt(expected, at)];
  return typeof mine === "number" && typeof ours === "number" ? digitsFor(mine, ours) : DIGITS;
}

function numericalOf({ numerical, errorBar }: Finding, look: Look): string {
  if (numerical === undefined) return "";
  const bar = errorBar === undefined ? "" : ` ${look.plusMinus} ${roughly(errorBar)}`;
  return printNumber(numerical) + bar;
}

/** The difference and what would have passed, where they cannot be read off the numbers. */
function offBy(
  { tolerance }: Finding,
  yours: Printable | undefined,
  expected: Printable | undefined,
  digits: number,
): string {
  if (digits <= DIGITS || tolerance === undefined) return "";
  if (typeof yours !== "number" || typeof expected !== "number") return "";
  return `${roughly(Math.abs(yours - expected))}   (allowed ${roughly(tolerance)})`;
}

/** A size to one digit. */
const roughly = (x: number): string =>
  Number.isFinite(x) ? printNumber(Number(x.toPrecision(1))) : printNumber(x);

function beside(lines: readonly string[], note: string, room: number): readonly string[] {
  const last = lines.at(-1) ?? "";
  return widthOf(last) + 3 + widthOf(note) <= room
    ? [...lines.slice(0, -1), `${last}   ${note}`]
    : [...lines, note];
}
