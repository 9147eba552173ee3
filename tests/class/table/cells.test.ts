import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { decoded, type Encoding, encoded } from "../../../grader/class/table/bytes.ts";
import { cellsOf, layoutOf } from "../../../grader/class/table/cells.ts";

const texts = (text: string): string[][] =>
  cellsOf(text, layoutOf(text)).map((record) => record.map((cell) => cell.text));

describe("the cells of a table", () => {
  test("are what another writer has written, at their places (seed 31)", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "ß", '"', ",", ";", "\t", "\n", "\r\n", " ", "𝄞") });
    const records = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(
        records,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        (data, delimiter, newline, quotes) => {
          const own = [data[0]!.map(() => "h"), ...data.map((record) => record.map((text) => text.trim()))];
          const text = papaparse.unparse(own, { delimiter, newline, quotes });
          expect(texts(text)).toEqual(own);
          // What lies between the cells is delimiters and line ends.
          let at = 0;
          for (const { from, to } of cellsOf(text, layoutOf(text)).flat()) {
            expect(["", delimiter, newline]).toContain(text.slice(at, from));
            at = to;
          }
          expect(at).toBe(text.length);
        },
      ),
      { seed: 31, numRuns: 300 },
    );
  });

  test("may end in spaces, a line end, or a quote that PHP left alone", () => {
    expect(texts('a,b\n"x" ,"y"\n')).toEqual([
      ["a", "b"],
      ["x", "y"],
    ]);
    expect(texts('a\n"say \\"hi\\""')).toEqual([["a"], ['say \\"hi\\"']]);
  });

  test.each(['a,b\n"x,y\n', 'a,b\n"x"y",z\n'])(
    "with quotes that are neither ended nor doubled are refused: %j",
    (text) => {
      expect(() => texts(text)).toThrow(new RangeError("2"));
    },
  );

  test("are parted by what is most frequent outside of quotes in the first record", () => {
    expect(layoutOf('"a,b\n,c";d\n1,2,3,4').delimiter).toBe(";");
    expect(layoutOf("only\n1;2").delimiter).toBe(",");
    expect(layoutOf("sep=|\r\na|b")).toEqual({ start: 7, delimiter: "|" });
  });
});

describe("the bytes of a table", () => {
  const encodings: readonly Encoding[] = [
    { name: "utf-8", mark: false },
    { name: "utf-8", mark: true },
    { name: "utf-16le", mark: true },
    { name: "utf-16be", mark: true },
    { name: "windows-1252", mark: false },
  ];

  test.each(encodings)("in %o are written back as they came", (encoding) => {
    const text = "Zoë €40\r\n";
    const bytes = encoded(text, encoding);
    expect(decoded(bytes)).toEqual({ text, encoding });
    expect(Buffer.from(encoded(text, encoding)).equals(Buffer.from(bytes))).toBe(true);
  });

  test("have a question mark for a letter that the encoding lacks", () => {
    const bytes = encoded("ä∂𝄞", { name: "windows-1252", mark: false });
    expect(decoded(bytes)?.text).toBe("ä??");
  });
});
