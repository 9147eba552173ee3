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

describe("what outlives a call, and what is drawn elsewhere, is told:", () => {
  const cached = edited(
    "ex62",
    [
      "export function loadStateDict",
      "const loadedOnce = new Map<string, Params>();\nexport function loadStateDict",
    ],
    [
      "  const found = JSON.parse(json) as Params;",
      "  const before = loadedOnce.get(json);\n  if (before !== undefined) return before;\n  const found = JSON.parse(json) as Params;",
    ],
    [
      "  return Object.fromEntries(all) as Params;\n}",
      "  loadedOnce.set(json, Object.fromEntries(all) as Params);\n  return loadedOnce.get(json) as Params;\n}",
    ],
  );
  const grown = edited(
    "ex57",
    ["export function makeBlobs", "const X: Matrix = [];\nexport function makeBlobs"],
    ["  const X: Matrix = [];\n  const y: number[] = [];", "  const y: number[] = [];"],
  );
  const engines = edited("ex54", [
    "const W = filled(out, inp, () => limit * (2 * rng()",
    "const W = filled(out, inp, () => limit * (2 * Math.random()",
  ]);
  const powers = edited("ex41", ["row.map((z) => Math.exp(z - top))", "row.map((z) => 2 ** (z - top))"]);
  told([
    [
      "an answer that is kept for the next call",
      "ex62",
      cached,
      "kept-between-calls",
      lineWith(cached, "const loadedOnce"),
      /This call is right where it is the first one: .* loadedOnce is made once/,
    ],
    [
      "a list that grows from call to call",
      "ex57",
      grown,
      "kept-between-calls",
      lineWith(grown, "const X: Matrix = [];\nexport function makeBlobs"),
      /different answers\. .* X outlives a call/,
    ],
    [
      "random numbers of the engine's own",
      "ex54",
      engines,
      "own-random-numbers",
      lineWith(engines, "Math.random"),
      /Math\.random\(\) gives other numbers each time/,
    ],
    ["a power of 2 for one of e", "ex41", powers, "other-base", lineWith(powers, "2 **"), /Math\.exp\(x\)/],
  ]);

  it("and is not told of a table that is kept and does no harm", async () => {
    const source = edited(
      "ex62",
      [
        "export function loadStateDict",
        "const seen = new Map<string, number>();\nexport function loadStateDict",
      ],
      ["if (missing.length > 0 || unexpected.length > 0)", "seen.set(json, 1);\n  if (missing.length > 0)"],
    );
    const finding = findingFor(await verdictOn(box, "ex62", source), "loadStateDict");
    expect(finding?.cause?.id).toBe("edge-case");
  });
});

describe("sums and whole numbers are told where the program is right with them mended:", () => {
  const notReset = edited(
    "ex46",
    ["      let back = 0;\n", ""],
    [
      "H.map((row, i) =>\n    row.map((h, k) => {",
      "H.map((row, i) => {\n    let back = 0;\n    return row.map((h, k) => {",
    ],
    ["return h * (1 - h) * back;\n    }),\n  );", "return h * (1 - h) * back;\n    });\n  });"],
  );
  const signed = edited("ex54", ["a >>> 15", "a >> 15"]);
  const long = edited("ex54", ["Math.imul(a ^ (a >>> 15), a | 1)", "(a ^ (a >>> 15)) * (a | 1)"]);
  const nearest = edited("ex55", ["Math.floor(rng", "Math.round(rng"]);
  const short = edited("ex56", ["start + batchSize)", "start + batchSize - 1)"]);
  told([
    [
      "a sum that goes on from the turn before",
      "ex46",
      notReset,
      "never-reset",
      lineWith(notReset, "let back = 0;"),
      /back is set to 0 once, and each turn goes on .* right on all 200 inputs\./,
    ],
    ["a shift that keeps the sign", "ex54", signed, "signed-shift", lineWith(signed, "a >> 15"), />>>/],
    ["a product that is too long", "ex54", long, "rounded-product", lineWith(long, ") * (a"), /Math\.imul/],
    [
      "rounded to the nearest",
      "ex55",
      nearest,
      "rounded-otherwise",
      lineWith(nearest, "Math.round"),
      /rounded down is Math\.floor/,
    ],
    [
      "a part that ends one too early",
      "ex56",
      short,
      "slice-too-short",
      lineWith(short, "slice(start"),
      /leave the - 1 out/,
    ],
  ]);

  it("and are not told where the program merely goes on", async () => {
    // With pass at 0 in each turn the call ends, and is not right.
    const source = edited("ex58", ["if (start >= X.length)", "if (start + batchSize > X.length)"]);
    const finding = findingFor(await verdictOn(box, "ex58", source), "trainLinear");
    expect(finding?.cause?.id).not.toBe("never-reset");
    expect(finding?.message).toMatch(/orders has no entry \[pass\] here/);
  });
});
