import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../grader/verdict/render-terminal.ts";
import { edited, findingFor, modelAnswer, verdictOn } from "../student.ts";
import { box, lineWith, told } from "./told.ts";

describe("a slip is the cause where the program is right with it mended:", () => {
  told([
    [
      "<= past the end",
      "ex09",
      edited("ex09", ["i < y.length", "i <= y.length"]),
      "one-too-far",
      11,
      /reads y\[3\] of 3 entries: write < in place of <=\. So mended, it is right on all 200 inputs\./,
    ],
    [
      "<= past the rows",
      "ex30",
      edited("ex30", ["for (let i = 0; i < X.length; i++)", "for (let i = 0; i <= X.length; i++)"]),
      "one-too-far",
      32,
      /reads X\[\d\] of \d entries/,
    ],
    [
      "counted from 1",
      "ex09",
      edited("ex09", ["let i = 0; i < y.length", "let i = 1; i <= y.length"]),
      "counted-from-one",
      11,
      /entries are counted from 0/,
    ],
    [
      "rows that are one",
      "ex15",
      edited("ex15", [
        "X.map((row) => row.map(() => 0))",
        "Array(X.length).fill(Array(X[0].length).fill(0))",
      ]),
      "rows-shared",
      5,
      /one and the same list/,
    ],
    [
      "reduce without a start",
      "ex41",
      edited("ex41", ["Math.exp(z - top), 0)", "Math.exp(z - top))"]),
      "reduce-without-start",
      15,
      /write reduce\(…, 0\)/,
    ],
    [
      "arguments in another order",
      "ex18",
      edited("ex18", ["bceDw(X: Matrix, yTrue: Vector, yPred: Vector)", "bceDw(yTrue, yPred, X)"]),
      "parameters-in-other-order",
      4,
      /is called with \(X, yTrue, yPred\)/,
    ],
    [
      "^ for a power",
      "ex41",
      edited("ex41", [
        "const e = row.map((z) => Math.exp(z - top))",
        "const e = row.map((z) => Math.E ^ (z - top))",
      ]),
      "power-sign",
      6,
      /a power is written x \*\* 2/,
    ],
    [
      "a comparison with NaN",
      "ex51",
      edited("ex51", ["Number.isNaN(slope)", "slope === NaN"]),
      "compared-with-nan",
      12,
      /write Number\.isNaN\(slope\)\. So mended, it is right on all 200 inputs/,
    ],
    [
      "a small number added",
      "ex41",
      edited("ex41", ["Math.log(total)", "Math.log(total + 1e-10)"]),
      "epsilon-added",
      16,
      /^1e-10 is added/,
    ],
    [
      "a small number with a name",
      "ex41",
      `const EPS = 1e-10;\n${edited("ex41", ["Math.log(total)", "Math.log(total + EPS)"])}`,
      "epsilon-added",
      1,
      /^1e-10 is added/,
    ],
    [
      "== for =",
      "ex09",
      edited("ex09", ["sum += (y[i] - prediction[i]) ** 2", "sum == sum + (y[i] - prediction[i]) ** 2"]),
      "compared-not-assigned",
      11,
      /to set sum, write one =/,
    ],
    [
      "a decimal comma",
      "ex10",
      edited("ex10", ["(-2 / x.length) * sum", "-0,5 * 4 * sum / x.length"]),
      "decimal-comma",
      6,
      /0\.5/,
    ],
    [
      "a return inside the loop",
      "ex16",
      edited(
        "ex16",
        ["product *= p[i]", "{ product *= p[i]"],
        ["(1 - y[i]);\n  return product;", "(1 - y[i]);\n  return product; }"],
      ),
      "return-inside-the-loop",
      6,
      /behind the loop's \}/,
    ],
    [
      "an indent for braces",
      "ex09",
      edited("ex09", [
        "for (let i = 0; i < y.length; i++) sum += (y[i] - prediction[i]) ** 2;",
        "let d = 0;\n  for (let i = 0; i < y.length; i++)\n    d = y[i] - prediction[i];\n    sum += d ** 2;",
      ]),
      "braces-left-out",
      12,
      /put both into \{ \}/,
    ],
    [
      "declared anew",
      "ex10",
      edited("ex10", [
        "i++) sum += x[i] * (y[i] - (w * x[i] + b));",
        "i++) {\n    let sum = 0;\n    sum += x[i] * (y[i] - (w * x[i] + b));\n  }",
      ]),
      "declared-anew",
      6,
      /leave this declaration out/,
    ],
    [
      "a variable of the file",
      "ex10",
      edited("ex10", [
        "export function mseLossDw(x: Vector, y: Vector, w: number, b: number): number {\n  let sum = 0;",
        "let sum = 0;\nexport function mseLossDw(x: Vector, y: Vector, w: number, b: number): number {",
      ]),
      "variable-outside",
      3,
      /keeps its value from one call to the next/,
    ],
    [
      "whole numbers",
      "ex18",
      edited("ex18", ["return sum / yTrue.length", "return Math.floor(sum / yTrue.length)"]),
      "rounded",
      17,
      /makes a whole number of it/,
    ],
    [
      "no copy",
      "ex30",
      edited(
        "ex30",
        ["let centroids = init.map((c) => c.slice());", "let centroids = init;"],
        [
          "centroids = updateCentroids(X, labels, centroids);",
          "const next = updateCentroids(X, labels, centroids);\n    for (let k = 0; k < next.length; k++) centroids[k] = next[k];",
        ],
      ),
      "no-copy",
      lineWith(modelAnswer("ex30"), "let centroids = init"),
      /makes no copy/,
    ],
    [
      "single precision",
      "ex41",
      edited("ex41", [
        "const e = row.map((z) => Math.exp(z - top));",
        "const e = [...Float32Array.from(row.map((z) => Math.exp(z - top)))];",
      ]),
      "single-precision",
      6,
      /seven digits of sixteen/,
    ],
    [
      "an arrow without return",
      "ex41",
      edited("ex41", ["row.map((z) => Math.exp(z - top))", "row.map((z) => { Math.exp(z - top); })"]),
      "arrow-without-return",
      6,
      /write return in front of it/,
    ],
    [
      "forEach for map",
      "ex09",
      edited("ex09", ["return x.map(", "return x.forEach("]),
      "for-each-for-map",
      4,
      /write map/,
    ],
    [
      "a comma in an index",
      "ex46",
      edited("ex46", ["outWeights[k][j]", "outWeights[k, j]"]),
      "comma-in-brackets",
      8,
      /outWeights\[i\]\[j\]/,
    ],
    [
      "another counter",
      "ex46",
      edited("ex46", ["for (let k = 0; k < d; k++) {", "for (let k = 0; k < d; i++) {"]),
      "other-counter",
      26,
      /counts i in place of its own k/,
    ],
  ]);

  it("and is none where the program stays wrong with it mended", async () => {
    const source = edited("ex09", ["sum / y.length", "Math.floor(sum / y.length) + 1"]);
    const [first] = findingsOf(await verdictOn(box, "ex09", source));
    expect(first?.finding.cause?.kind).not.toBe("language");
  });

  it("and is none where a list is changed on purpose, and the program is right without it", async () => {
    const source = edited("ex55", ["  return order;", "  order.reverse();\n  return order;"]);
    const [first] = findingsOf(await verdictOn(box, "ex55", source));
    expect(first?.finding.cause?.id).not.toBe("method-changes-the-list");
  });

  it("the index of another loop, which is no slip of the language, and is told in place of a law", async () => {
    const source = edited("ex46", ["outWeights[k][j]", "outWeights[k][i]"]);
    const [first] = findingsOf(await verdictOn(box, "ex46", source));
    expect(first?.finding.cause).toMatchObject({ kind: "generic", id: "index-of-another" });
    expect(first?.finding.message).toMatch(
      /\[i\] takes another entry than the one that is meant: write …\[j\]\./,
    );
    expect(first?.finding.message).not.toContain("This law breaks");
  });

  it("and leaves what the program printed as it was", async () => {
    const source = edited("ex09", [
      "return sum / y.length",
      'console.log("once"); return Math.floor(sum / y.length)',
    ]);
    const verdict = await verdictOn(box, "ex09", source);
    expect(findingFor(verdict, "mseLoss")?.cause?.id).toBe("rounded");
    expect(verdict.output).toMatch(/^once/);
  });
});
