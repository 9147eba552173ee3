/** Texts of tables as bytes, in the encodings that spreadsheets save: what is read can be written back as it came. */

export interface Encoding {
  readonly name: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** Whether a byte order mark stands in front. */
  readonly mark: boolean;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const MARKS: readonly (readonly [Encoding["name"], readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const NOTHING = "\ufffd";
/**
 * The bytes 80 to 9f of Windows-1252; it has no meaning for five of them. Written out, because a TextDecoder of Node
 * reads them as Latin-1 in some versions.
 */
const WESTERN = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

const decode = (name: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Undefined where the bytes are no text in any of these. Whatever is not UTF-8 and has no mark is what Excel saves in
 * the west, unless it uses a byte that has no meaning there.
 */
export function decoded(bytes: Uint8Array): Decoded | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) {
    const [name, { length }] = marked;
    const text = decode(name, bytes.subarray(length));
    return text === undefined ? undefined : { text, encoding: { name, mark: true } };
  }
  if (bytes.includes(0)) return undefined;
  const utf8 = decode("utf-8", bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: { name: "utf-8", mark: false } };
  const western = Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (byte) => WESTERN[byte.charCodeAt(0) - 0x80]!);
  return western.includes(NOTHING)
    ? undefined
    : { text: western, encoding: { name: "windows-1252", mark: false } };
}

/** The bytes of a text; a letter that the encoding lacks becomes a question mark. */
export function encoded(text: string, { name, mark }: Encoding): Uint8Array {
  const front = mark ? (MARKS.find(([each]) => each === name)?.[1] ?? []) : [];
  return Buffer.concat([Uint8Array.from(front), bodyOf(text, name)]);
}

function bodyOf(text: string, name: Encoding["name"]): Uint8Array {
  if (name === "utf-8") return Buffer.from(text, "utf8");
  if (name === "utf-16le") return Buffer.from(text, "utf16le");
  if (name === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const bytes = new Map([...WESTERN].map((letter, i) => [letter, 0x80 + i]));
  bytes.delete(NOTHING);
  return Uint8Array.from(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "?"), (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 || (code > 0x9f && code <= 0xff) ? code : (bytes.get(letter) ?? 0x3f);
  });
}
