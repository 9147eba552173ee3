/** The text of a file's bytes, or what keeps them from being one that can be graded. */

/** What is wrong with a file that is no text in UTF-8, in words that end in the mend. */
export interface Garbled {
  readonly message: string;
  /** Place of the first byte that is wrong, from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly lineText?: string;
}

export interface Text {
  /** Without a byte order mark; empty where the bytes are no text. */
  readonly source: string;
  readonly garbled?: Garbled;
}

const SAVE = "in VS Code click the encoding in the status bar, Save with Encoding, UTF-8";

/** Byte order marks; the longer ones first, one begins like a shorter one. */
const MARKS: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0, 0]],
  ["UTF-32", [0, 0, 0xfe, 0xff]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
];

export function textOf(bytes: Uint8Array): Text {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  if (marked !== undefined)
    return garbled({ message: `This file is saved as ${marked}. Save it as UTF-8: ${SAVE}.` });
  if (looksLikeUtf16(bytes))
    return garbled({ message: `This file seems to be saved as UTF-16. Save it as UTF-8: ${SAVE}.` });
  if (bytes.includes(0)) return garbled(noText(bytes));
  try {
    return { source: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return garbled(bytes.some(isControl) ? noText(bytes) : firstForeign(bytes));
  }
}

const garbled = (what: Garbled): Text => ({ source: "", garbled: what });

/** In fewer zeros nothing is to be seen. */
const FEWEST_ZEROS = 4;

/** Every other byte of an ASCII text in UTF-16 is 0; a name or two in another script changes little. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [few = 0, many = 0] = zeros.sort((a, b) => a - b);
  return many >= FEWEST_ZEROS && many * 4 >= bytes.length && few * 20 <= many;
}

/** Controls that no editor writes; tab, line ends, form feed, escape and the end mark of old systems may occur. */
const isControl = (byte: number): boolean =>
  byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b;

function noText(bytes: Uint8Array): Garbled {
  const at = bytes.findIndex(isControl);
  const message = `This is no text: it holds the byte ${hex(bytes[at])}. Put your program there as plain text in UTF-8.`;
  return { message, line: lineAt(bytes, at) };
}

const NEWLINE = 0x0a;

const lineAt = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((line, byte) => line + (byte === NEWLINE ? 1 : 0), 1);

/** The first character that is not saved in UTF-8. A line end is never part of one. */
function firstForeign(bytes: Uint8Array): Garbled {
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start);
    const row = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      strict.decode(row);
    } catch {
      return { ...foreignIn(row, line), line };
    }
    start += row.length + 1;
  }
  return { message: `This file is not saved as UTF-8. Save it so: ${SAVE}.` };
}

function foreignIn(row: Uint8Array, line: number): Garbled {
  const lineText = new TextDecoder("utf-8", { ignoreBOM: true }).decode(row).replace(/\r$/, "");
  const offset = (at: number): number => new TextEncoder().encode(lineText.slice(0, at)).length;
  // The mark of what cannot be read may stand in the text itself, as three bytes.
  let at = lineText.indexOf("\ufffd");
  while (at >= 0 && row[offset(at)] === 0xef && row[offset(at) + 1] === 0xbf)
    at = lineText.indexOf("\ufffd", at + 1);
  const byte = row[offset(at)] ?? 0;
  const western = byte >= 0xa0 ? `, "${String.fromCharCode(byte)}" in Windows 1252` : "";
  return {
    message:
      `Line ${line} holds a character that is not saved as UTF-8 (byte ${hex(byte)}${western}). ` +
      "Save the file as UTF-8: in VS Code click the encoding in the status bar, Reopen with Encoding, " +
      "the one that shows all letters right, then Save with Encoding, UTF-8.",
    column: at + 1,
    lineText: lineText.slice(0, 500),
  };
}

const hex = (byte = 0): string => byte.toString(16).toUpperCase().padStart(2, "0");
