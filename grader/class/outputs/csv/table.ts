/**
 * A table as CSV that no spreadsheet takes for a program: numbers are numbers with a decimal point, every text is
 * quoted, and a text that would be read as a formula is preceded by an apostrophe.
 */
import papaparse from "papaparse";

/** What is undefined leaves its place blank: a gradebook takes that for no grade, where a 0 is one. */
export type Field = string | number | undefined;

/** What makes Excel, LibreOffice or Sheets compute; the full-width forms do so where they are typed. */
const starts = "=+\\-@＝＋－＠";
const formula = new RegExp(`^[\\s\\p{C}]*[${starts}]|^[\\t\\r\\n]`, "u");
/** A spreadsheet that parts fields at another sign than the comma begins a new one here. */
const afterSeparator = new RegExp(`([;|\\t]\\s*["']*)(?=[${starts}])`, "gu");
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text that stays a text in every spreadsheet. */
export function asText(text: string): string {
  const clean = text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(control, "");
  const parted = clean.replace(afterSeparator, "$1'");
  return formula.test(parted) ? `'${parted}` : parted;
}

/** Rows of a piece: the table of a large class is never in memory as a whole. */
const PIECE = 256;

/**
 * The text of a table, in pieces.
 *
 * @param bom for files that Excel opens by a double click: without it, Excel reads UTF-8 as something else
 */
export function* csvOf(rows: Iterable<readonly Field[]>, { bom = false } = {}): Generator<string> {
  if (bom) yield "\ufeff";
  let piece: Field[][] = [];
  for (const row of rows) {
    piece.push(row.map((field) => (typeof field === "string" ? asText(field) : asNumber(field))));
    if (piece.length < PIECE) continue;
    yield textOf(piece);
    piece = [];
  }
  if (piece.length > 0) yield textOf(piece);
}

const textOf = (rows: Field[][]): string =>
  `${papaparse.unparse(rows, { quotes: (field: unknown) => typeof field === "string", newline: "\r\n" })}\r\n`;

/** Points are whole; what is no number is nothing. */
const asNumber = (value: number | undefined): Field => (Number.isFinite(value) ? value : "");
