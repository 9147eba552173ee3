/** Slips of the language: what beginners write, and the sentence that they get. */
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { findingsOf } from "../../grader/verdict/render-terminal.ts";
import { edited, findingFor, modelAnswer, verdictOn } from "./student.ts";

const box = createNodeBox({ loadMs: 2000, callMs: 1500, totalMs: 20_000, spare: true });
afterAll(() => box.close());

type Told = readonly [
  title: string,
  number: string,
  source: string | Uint8Array,
  id: string,
  line: number | undefined,
  says: RegExp,
];

const told = (cases: readonly Told[]) =>
  it.each(cases)("%s", async (_, number, source, id, line, says) => {
    const [first] = findingsOf(await verdictOn(box, number, source));
    expect(first?.finding.cause).toMatchObject({ kind: "language", id });
    expect(first?.finding.message).toMatch(says);
    expect(first?.finding.line).toBe(line);
  });

const lineWith = (source: string, text: string): number =>
  source.slice(0, source.indexOf(text)).split("\n").length;

describe("a file that does not compile says why:", () => {
  const loop = "for (let i = 0; i < x.length; i++) sum";
  told([
    [
      "Python",
      "ex14",
      "import numpy as np\n\ndef sigmoid(z):\n  return 1 / (1 + np.exp(-z))\n",
      "another-language",
      1,
      /import … as is Python/,
    ],
    [
      "a Python function among others",
      "ex09",
      edited("ex09", [
        "export function mseLoss(x: Vector, y: Vector, w: number, b: number): number {",
        "def mseLoss(x, y, w, b):",
      ]),
      "another-language",
      7,
      /def … : is Python; in TypeScript it is export function mseLoss\(x, y, w, b\) \{ … \}/,
    ],
    [
      "a head that ends in a colon",
      "ex09",
      "export function predictLine(x, w, b) { return x.map((v) => w * v + b); }\n\nexport function mseLoss(x, y, w, b):\n    total = 0\n    return total\n",
      "another-language",
      3,
      /braces/,
    ],
    [
      "a comment of Python",
      "ex41",
      edited("ex41", ["export function logSoftmax", "# logarithms\nexport function logSoftmax"]),
      "another-language",
      12,
      /a comment begins with \/\//,
    ],
    [
      "and for &&",
      "ex21",
      edited("ex21", ["return z >= 0 ? 1 : 0;", "return z >= 0 and z < 9 ? 1 : 0;"]),
      "another-language",
      8,
      /&&/,
    ],
    [
      "MATLAB",
      "ex10",
      "function g = mseLossDw(x, y, w, b)\n  g = 0;\nend\n",
      "another-language",
      1,
      /is MATLAB/,
    ],
    [
      "Julia, which compiles and stops",
      "ex14",
      "function sigmoid(z)\n  1 / (1 + exp(-z))\nend\n",
      "another-language",
      1,
      /Julia or MATLAB/,
    ],
    [
      "R, which compiles and stops",
      "ex14",
      "sigmoid <- function(z) {\n  1 / (1 + exp(-z))\n}\n",
      "another-language",
      1,
      /This is R/,
    ],
    [
      "Java",
      "ex30",
      "public static double[][] updateCentroids(double[][] X) {\n  return X;\n}\n",
      "another-language",
      1,
      /Java/,
    ],
    [
      "a type of Java before a name",
      "ex09",
      edited("ex09", ["let sum = 0;", "double sum = 0;"]),
      "another-language",
      10,
      /double x = … is Java or C/,
    ],
    [
      "a parameter of C",
      "ex10",
      "export function mseLossDw(double x[], double w) {\n  return 0;\n}\n",
      "another-language",
      1,
      /the type stands behind/,
    ],
    [
      "Rust",
      "ex10",
      "pub fn mse_loss(x: &[f64]) -> f64 {\n    0.0\n}\n",
      "another-language",
      1,
      /fn is Rust/,
    ],
    [
      "LaTeX",
      "ex09",
      edited("ex09", ["sum / y.length", "\\frac{sum}{n}"]),
      "another-language",
      12,
      /\\frac is LaTeX/,
    ],
    ["a notebook", "ex09", '{"cells": [{"cell_type": "code"}], "nbformat": 4}', "notebook", 1, /notebook/],
    [
      "marks of a merge",
      "ex09",
      edited("ex09", ["let sum = 0;", "<<<<<<< HEAD\n  let sum = 0;\n=======\n  let sum = 1;\n>>>>>>> main"]),
      "merge-conflict",
      10,
      /<<<<<<</,
    ],
    ["a fence of Markdown", "ex09", `\`\`\`ts\n${modelAnswer("ex09")}\`\`\`\n`, "code-fence", 1, /Markdown/],
    [
      "a brace that is missing above",
      "ex10",
      edited("ex10", [
        `${loop} += x[i] * (y[i] - (w * x[i] + b));`,
        `for (let i = 0; i < x.length; i++) {\n    sum += x[i] * (y[i] - (w * x[i] + b));`,
      ]),
      "bracket-missing",
      5,
      /the \{ of line 5 \(for\) is not closed before line 10/,
    ],
    [
      "a brace of a function",
      "ex21",
      edited("ex21", ["b + step];\n}", "b + step];"]),
      "bracket-missing",
      17,
      /the \{ of line 17 \(function perceptronUpdate\)/,
    ],
    [
      "one brace too many",
      "ex09",
      edited("ex09", ["let sum = 0;", "let sum = 0;\n  }"]),
      "bracket-too-many",
      14,
      /nothing is open where line 14 closes it/,
    ],
    [
      "a bracket",
      "ex41",
      edited("ex41", ["Math.exp(z - top));\n    const total", "Math.exp(z - top);\n    const total"]),
      "bracket-missing",
      6,
      /A \) is missing/,
    ],
    [
      "a minus from a text",
      "ex10",
      edited("ex10", ["(y[i] - (w", "(y[i] − (w"]),
      "odd-sign",
      5,
      /− in line 5 .* type - in its place/,
    ],
    ["a square from a text", "ex09", edited("ex09", [" ** 2", "²"]), "odd-sign", 11, /type \*\* 2/],
    [
      "a character that nobody sees",
      "ex09",
      edited("ex09", ["let sum", "let\u200b sum"]),
      "odd-sign",
      10,
      /U\+200B/,
    ],
    [
      "a product without its sign",
      "ex09",
      edited("ex09", ["w * xi", "2w"]),
      "product-without-sign",
      4,
      /2 \* w, not 2w/,
    ],
    [
      "a minus before a power",
      "ex09",
      edited("ex09", ["(y[i] - prediction[i]) ** 2", "-w ** 2"]),
      "power-of-minus",
      11,
      /-\(x \*\* 2\) or \(-x\) \*\* 2/,
    ],
    [
      "a condition without brackets",
      "ex21",
      edited("ex21", [
        "if (classOf(w, b, X[i]) !== y[i]) missed++;",
        "if classOf(w, b, X[i]) !== y[i] { missed++; }",
      ]),
      "condition-without-brackets",
      36,
      /if \(…\)/,
    ],
    [
      "commas in a for",
      "ex10",
      edited("ex10", ["let i = 0; i < x.length; i++", "let i = 0, i < x.length, i++"]),
      "loop-with-commas",
      5,
      /semicolons/,
    ],
    [
      "a decimal comma",
      "ex10",
      edited("ex10", ["let sum = 0;", "const h = 0,5;\n  let sum = 0;"]),
      "decimal-comma",
      4,
      /0\.5/,
    ],
    [
      "a name that is taken",
      "ex09",
      edited("ex09", ["let sum = 0;", "let sum = 0;\n  let x = 1;"]),
      "declared-twice",
      11,
      /x is declared twice/,
    ],
    [
      "the word function",
      "ex09",
      edited("ex09", ["export function mseLoss", "export mseLoss"]),
      "function-missing",
      7,
      /The word function is missing/,
    ],
    [
      "UTF-16",
      "ex10",
      Buffer.from(`\ufeff${modelAnswer("ex10")}`, "utf16le"),
      "encoding",
      undefined,
      /saved as UTF-16/,
    ],
  ]);
});

describe("a function that is not there says where it is:", () => {
  told([
    [
      "as default",
      "ex44",
      edited("ex44", [
        "export function outputWeightGradient",
        "export default function outputWeightGradient",
      ]),
      "export-default",
      lineWith(modelAnswer("ex44"), "export function outputWeightGradient"),
      /without `default`/,
    ],
    [
      "by another name",
      "ex30",
      edited("ex30", ["export function updateCentroids", "export function update_centroids"]),
      "other-name",
      29,
      /you export update_centroids: write the name as the task does/,
    ],
    [
      "without export",
      "ex41",
      edited("ex41", ["export function softmax", "function softmax"]),
      "export-missing",
      3,
      /write `export function softmax`/,
    ],
    [
      "inside another, for want of a brace",
      "ex14",
      "export function sigmoid(z) {\n  return 1 / (1 + Math.exp(-z));\n\nfunction sigmoidPrime(z) {\n  return 0;\n}\n}\n",
      "function-inside-another",
      4,
      /stands inside sigmoid/,
    ],
    [
      "in a class",
      "ex10",
      "export class Solution {\n  static mseLossDw(x, y, w, b) {\n    return 0;\n  }\n}\n",
      "method-for-function",
      2,
      /is a method of a class/,
    ],
    [
      "as a number",
      "ex09",
      edited("ex09", ["export function mseLoss", "export const mseLoss = 5;\nfunction other"]),
      "no-function",
      7,
      /exported as a number/,
    ],
  ]);
});

describe("a result that is no number says how it came about:", () => {
  told([
    [
      "async",
      "ex33",
      edited("ex33", ["export function pca", "export async function pca"]),
      "async-function",
      lineWith(modelAnswer("ex33"), "export function pca"),
      /leave the word async out/,
    ],
    [
      "no return",
      "ex09",
      edited("ex09", ["return sum / y.length;", "sum / y.length;"]),
      "return-missing",
      7,
      /it is undefined\. mseLoss has no return of its own/,
    ],
    [
      "printed",
      "ex09",
      edited("ex09", ["return sum / y.length;", "console.log(sum / y.length);"]),
      "printed-not-returned",
      12,
      /write return in its place/,
    ],
    [
      "a return alone",
      "ex10",
      edited("ex10", ["return (-2", "return\n    (-2"]),
      "return-on-its-own-line",
      6,
      /has to begin in the line of return/,
    ],
    [
      "rounded to a text",
      "ex09",
      edited("ex09", ["return sum / y.length;", "return (sum / y.length).toFixed(4);"]),
      "number-as-text",
      12,
      /toFixed makes a text/,
    ],
    [
      "function*",
      "ex14",
      edited("ex14", ["export function sigmoid(", "export function* sigmoid("]),
      "generator-function",
      1,
      /leave the \* out/,
    ],
    [
      "a list",
      "ex16",
      edited("ex16", ["let product = 1;", "return p.map((q) => q);\n  let product = 1;"]),
      "list-for-number",
      3,
      /is the sum over its entries missing/,
    ],
    [
      "not called",
      "ex09",
      edited("ex09", ["return sum / y.length;", "return predictLine;"]),
      "function-not-called",
      12,
      /predictLine\(…\) with its arguments/,
    ],
  ]);
});

describe("an exception says what it means:", () => {
  told([
    [
      "a name of numpy",
      "ex09",
      edited("ex09", ["let sum = 0;", "let sum = np.sum(x);"]),
      "name-not-defined",
      10,
      /np is Python's numpy/,
    ],
    ["len", "ex10", edited("ex10", ["i < x.length", "i < len(x)"]), "name-not-defined", 5, /write x\.length/],
    [
      "a function without Math",
      "ex41",
      edited("ex41", ["Math.exp(z - top)", "exp(z - top)"]),
      "name-not-defined",
      6,
      /It is written Math\.exp/,
    ],
    [
      "a name that is misspelled",
      "ex09",
      edited("ex09", ["sum += (y", "sun += (y"]),
      "name-not-defined",
      11,
      /is sum meant/,
    ],
    [
      "a name that was never declared",
      "ex09",
      edited("ex09", ["let sum = 0;", "sum = 0;"]),
      "name-not-defined",
      10,
      /write let sum = …/,
    ],
    [
      "a name of other braces",
      "ex10",
      edited("ex10", ["return (-2", "if (x.length > 0) { const factor = -2; }\n  return (factor"]),
      "name-not-defined",
      7,
      /is declared inside other braces/,
    ],
    [
      "length()",
      "ex30",
      edited("ex30", ["X.length; i++", "X.length(); i++"]),
      "calls-no-function",
      32,
      /write it without brackets/,
    ],
    [
      "a product without its sign",
      "ex09",
      edited("ex09", ["return sum / y.length", "return 2(sum) / y.length"]),
      "calls-no-function",
      12,
      /2 \* \(…\)/,
    ],
    [
      "a constant that is changed",
      "ex09",
      edited("ex09", ["let sum", "const sum"]),
      "constant-changed",
      11,
      /declare it with let/,
    ],
    [
      "a row that was not made",
      "ex30",
      edited("ex30", [
        "const sums = centroids.map((c) => c.map(() => 0));",
        "const sums = [];\n  for (let k = 0; k < centroids.length; k++) sums[k][0] = 0;",
      ]),
      "row-not-made",
      32,
      /as in sums\[i\] = \[\]/,
    ],
    [
      "a function that calls itself",
      "ex14",
      edited("ex14", [
        "export function sigmoid(z: number): number {",
        "export function sigmoid(z: number): number {\n  return 1 - sigmoid(-z);",
      ]),
      "calls-itself",
      2,
      /sigmoid calls itself again and again/,
    ],
  ]);

  it("and takes no method of the student's for one of another language", async () => {
    const source = modelAnswer("ex64").replace(/(\bdiv\([^)]*\)[^{]*\{)/, "$1 other.pow(-1);");
    const [first] = findingsOf(await verdictOn(box, "ex64", source));
    expect(first?.finding.message).toMatch(/is no Value here: a plain number has to be made one first/);
  });
});

describe("a loop that never ends is named, with what does not change in it:", () => {
  told([
    [
      "the counter of a while",
      "ex21",
      edited("ex21", [
        "for (let pass = 0; pass < nIter; pass++) {",
        "let pass = 0;\n  while (pass < nIter) {",
      ]),
      "counter-never-changes",
      34,
      /pass does not change in it/,
    ],
    [
      "the counter of a for",
      "ex09",
      edited("ex09", ["let i = 0; i < y.length; i++", "let i = 0, k = 0; i < y.length; k++"]),
      "counter-never-changes",
      11,
      /i does not change in it: k is counted in its place/,
    ],
    [
      "the wrong way",
      "ex09",
      edited("ex09", ["i < y.length; i++", "i < y.length; i--"]),
      "counted-the-wrong-way",
      11,
      /i is counted down while i < its limit/,
    ],
  ]);

  it("and a loop that may end is not", async () => {
    const source = edited("ex09", [
      "let sum = 0;",
      "let sum = 0;\n  let n = 1;\n  while (n !== 2.5) n = n * 1;",
    ]);
    const [first] = findingsOf(await verdictOn(box, "ex09", source));
    expect(first?.finding).toMatchObject({ code: "timeout" });
    expect(first?.finding.cause).toBeUndefined();
  });
});

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

describe("shapes that do not fit:", () => {
  it.each([
    [
      "indices the wrong way round",
      "ex46",
      edited("ex46", ["outWeights[k][j]", "outWeights[j][k]"]),
      "hiddenLayerGradient",
      "indices-exchanged",
      /outWeights\[j\]\[k\] has its indices the wrong way round: write outWeights\[k\]\[j\]/,
    ],
    [
      "indices of a record's matrix",
      "ex12",
      edited("ex12", ["X[i][j] * W[j][0]", "X[i][j] * W[0][j]"]),
      "forward",
      "indices-exchanged",
      /W\[0\]\[j\] has its indices/,
    ],
    [
      "a transpose is missing in a product",
      "ex07",
      edited("ex07", ["product(transpose(X), slopes", "product(X, slopes"]),
      "matrixBackwardSumW",
      "transpose-missing",
      /write transpose\(X\) in this product/,
    ],
  ])("%s", async (_, number, source, fn, id, says) => {
    const finding = findingFor(await verdictOn(box, number, source), fn);
    expect(finding?.cause?.id).toBe(id);
    expect(finding?.message).toMatch(says);
  });

  it("are told by the matrix that is read the wrong way round, also where no edit of the text mends it", async () => {
    const source = edited("ex46", [
      "deltaOut[i][j] * Wout[j][k]",
      "deltaOut[i][j] * (Wout[k][j] + 0 * Wout[k][j])",
    ]);
    const finding = findingFor(await verdictOn(box, "ex46", source), "hiddenGradients");
    expect(finding?.cause).toMatchObject({ id: "turned-Wout", kind: "generic" });
  });
});

describe("a hostile text", () => {
  const hostile: readonly (readonly [title: string, source: string])[] = [
    ["of open brackets", "(".repeat(60_000)],
    ["of functions without an end", "export function f(".repeat(3500)],
    [
      "of declarations",
      `export function mseLoss(x, y, w, b) { ${"{ let a = 0; ".repeat(400)}${"}".repeat(400)} ${"let a = a; ".repeat(1)} }`,
    ],
    ["of signs", `export const mseLoss = (x) => x ${"^ 1 ".repeat(12_000)};`],
    [
      "of loops",
      `export function mseLoss(x, y, w, b) { ${"for (let i = 0; i <= 0; i++) ".repeat(2000)}; return 1; }`,
    ],
    [
      "of ifs, line by line",
      `export function mseLoss(x, y, w, b) {\n${"  if (x)\n    y;\n".repeat(3000)}  return 1; }`,
    ],
    [
      "of characters beyond the first plane",
      `export function mseLoss(x) { return "${"𝛁😀".repeat(9000)}"; }`,
    ],
    [
      "of names in other scripts",
      "export function mseLoss(x, y, w, b) { const ξ̂ = 1, 漢 = 2; return ξ̂ ^ 漢; }",
    ],
    ["of line ends", "\u2028\r\n\u2029\r".repeat(9000)],
  ];
  it.each(hostile)("%s is read in a moment, and has a finding", async (_, source) => {
    const verdict = await verdictOn(box, "ex09", source);
    expect(verdict.status).toBe("fail");
    expect(findingFor(verdict, "mseLoss")).toBeDefined();
  });
});
