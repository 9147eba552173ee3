import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsFor, printNumber } from "../../grader/verdict/print-number.ts";
import { printInline, printTogether, printValue } from "../../grader/verdict/print-value.ts";
import { widthOf } from "../../grader/verdict/width.ts";

const lines = (value: Parameters<typeof printValue>[0], columns = 65): string =>
  printValue(value, { columns }).join("\n");

describe("a number", () => {
  test.each([
    [0.1, "0.1"],
    [-1.5625, "-1.5625"],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [-Infinity, "-Infinity"],
    [1 / 3, "0.3333333"],
    [2e21, "2e21"],
    [1.23456789e-9, "1.234568e-9"],
    [123456789, "123456789"],
  ])("%d prints as %s", (x, text) => {
    expect(printNumber(x)).toBe(text);
  });

  test("that differs from another prints differently, whatever the two are", () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 1, max: 9 }), (a, ulps) => {
        const b = a + ulps * Number.EPSILON * Math.abs(a);
        const digits = digitsFor(a, b);
        expect(printNumber(a, digits) === printNumber(b, digits)).toBe(Object.is(a, b));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test("that is printed with all digits is read back as itself", () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect(Number(printNumber(x, 17))).toBe(x);
      }),
      { seed: 3 },
    );
  });
});

describe("a value", () => {
  test("is printed as a student would type it", () => {
    expect(printInline([1, -0.5])).toBe("[1, -0.5]");
    expect(printInline({ dw: 2, db: [1] })).toBe("{ dw: 2, db: [1] }");
    expect(printInline({ foreign: "a Promise" })).toBe("a Promise");
    expect(printInline({ fn: "scale", args: [3] })).toBe("scale(3)");
    expect(printInline({ fn: "combine", args: [2, { fn: "square" }, -1, { fn: "sin" }] })).toBe(
      "combine(2, square, -1, sin)",
    );
  });

  test("that is a matrix has its columns aligned on the decimal point", () => {
    expect(lines([[1, -0.5], [12.25, 3]])).toBe("[[ 1,    -0.5],\n [12.25,  3]]"); // biome-ignore format: as it is read
  });

  test("that is compared with another is laid out like it", () => {
    const [yours, expected] = printTogether([[3.125, 2], [-1.5, 0.25]], { columns: 60 }); // biome-ignore format: as it is read
    expect([yours, expected].map((block) => block?.join("\n"))).toEqual(["[ 3.125, 2]", "[-1.5,   0.25]"]);
  });

  test("that is long is cut, with its size", () => {
    const vector = Array.from({ length: 400 }, (_, i) => i);
    expect(lines(vector)).toContain("12 of 400 entries");
    const matrix = Array.from({ length: 100 }, () => vector.slice(0, 20).map((x) => x / 7));
    expect(lines(matrix)).toMatch(/8 of 100 rows, \d of 20 columns/);
  });

  test("has its fields as code has them, in quotation marks where they are no names", () => {
    expect(printInline({ "layer1.weight": 1, "10": 2, ŷ: 3, 'a "b"': 4 })).toBe(
      '{ "10": 2, "layer1.weight": 1, ŷ: 3, "a \\"b\\"": 4 }',
    );
  });

  test("whose rows differ in length is printed row by row", () => {
    expect(lines([Array.from({ length: 50 }, () => 1), [2]])).toMatch(
      /^\[0\]: \[1, 1.*\n +12 of 50 entries\n\[1\]: \[2\]$/,
    );
  });

  test("fits its columns, whatever it is", () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.double(),
        fc.boolean(),
        fc.array(fc.double(), { maxLength: 30 }),
        fc.array(tie("value"), { maxLength: 10 }),
        fc.dictionary(fc.string({ unit: "binary", maxLength: 30 }), tie("value"), { maxKeys: 9 }),
        fc.string({ unit: "binary" }).map((foreign) => ({ foreign })),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.integer({ min: 20, max: 70 }), (any, columns) => {
        for (const line of printValue(any as number, { columns })) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
