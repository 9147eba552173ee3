import { expect, it } from "vitest";
import { textOf } from "../../grader/box/text.ts";

const program = "// Steigung: größer als 0\r\nexport const f = (x: number): number => 2 * x;\r\n";
const SAVE = "in VS Code click the encoding in the status bar, Save with Encoding, UTF-8.";

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const utf32 = (text: string): Uint8Array =>
  new Uint8Array(new Uint32Array([...text].map((char) => char.codePointAt(0) ?? 0)).buffer);

it("reads a text in UTF-8 with or without a byte order mark, and an empty one", () => {
  const bytes = Buffer.from(program);
  expect(textOf(bytes)).toEqual({ source: program });
  expect(textOf(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes]))).toEqual({ source: program });
  expect(textOf(Buffer.alloc(0))).toEqual({ source: "" });
  // The mark of what another editor could not read is a character like any other, and so are 😀 and an old end mark.
  const odd = "// gr\ufffd\ufffder 😀\b\f\u001a";
  expect(textOf(Buffer.from(odd))).toEqual({ source: odd });
});

it("names UTF-16 and UTF-32 where a byte order mark says so", () => {
  for (const [name, bytes] of [
    ["UTF-16", utf16(`\ufeff${program}`)],
    ["UTF-16", swapped(utf16(`\ufeff${program}`))],
    ["UTF-32", utf32(`\ufeff${program}`)],
    ["UTF-16", utf16("\ufeff")],
  ] as const) {
    const message = `This file is saved as ${name}. Save it as UTF-8: ${SAVE}`;
    expect(textOf(bytes)).toEqual({ source: "", garbled: { message } });
  }
});

it("takes a text in UTF-16 without a mark for what it seems to be", () => {
  const message = `This file seems to be saved as UTF-16. Save it as UTF-8: ${SAVE}`;
  for (const text of [
    program,
    "// Ответ: наклон функции, 傾き\nexport const f = (x: number): number => 2 * x;\n",
  ]) {
    expect(textOf(utf16(text))).toEqual({ source: "", garbled: { message } });
    expect(textOf(swapped(utf16(text)))).toEqual({ source: "", garbled: { message } });
  }
});

it("points at the first character that is saved in another encoding", () => {
  const text = "const a = 1; // \ufffd größer\n";
  const bytes = Buffer.concat([
    Buffer.from("// ä\r\n"),
    Buffer.from("// \ufffd gr"),
    Buffer.from("ößer\r\n", "latin1"),
  ]);
  const { source, garbled } = textOf(bytes);
  expect(source).toBe("");
  expect(garbled).toMatchObject({ line: 2, column: 8, lineText: "// \ufffd gr\ufffd\ufffder" });
  expect(garbled?.message).toContain(
    'Line 2 holds a character that is not saved as UTF-8 (byte F6, "ö" in Windows 1252).',
  );
  expect(garbled?.message).toMatch(/then Save with Encoding, UTF-8\.$/);
  // A curly quote of Windows, a lone lead byte at the end, and a text of another system.
  for (const end of [Buffer.of(0x93), Buffer.of(0xc3), Buffer.of(0x82, 0xb1, 0x82)]) {
    expect(textOf(Buffer.concat([Buffer.from(text), end])).garbled).toMatchObject({ line: 2, column: 1 });
  }
});

it("says of a file that is no text which byte shows it, and where", () => {
  const message = (byte: string): string =>
    `This is no text: it holds the byte ${byte}. Put your program there as plain text in UTF-8.`;
  expect(textOf(Buffer.from("a\nb\0c")).garbled).toEqual({ message: message("00"), line: 2 });
  const zip = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 0), Buffer.from("answer.ts")]);
  expect(textOf(zip).garbled).toEqual({ message: message("03"), line: 1 });
});
