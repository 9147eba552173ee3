import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../grader/verdict/render-terminal.ts";
import { edited, modelAnswer, verdictOn } from "../student.ts";
import { box, told } from "./told.ts";

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
    [
      "a copy that pages make",
      "ex09",
      edited("ex09", ["let sum = 0;", "let sum = structuredClone(0);"]),
      "name-not-defined",
      10,
      /M\.map\(\(row\) => row\.slice\(\)\)/,
    ],
    [
      "a function that Math has not",
      "ex09",
      edited("ex09", ["let sum = 0;", "let sum = Math.sum(x);"]),
      "calls-no-function",
      10,
      /There is no sum here/,
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

describe("this, fields and lines that go on are told", () => {
  it("where a function within a method has a this of its own", async () => {
    const source = edited("ex56", [
      "yield* minibatches(",
      "const drop = (function () { return this.opts.dropLast; }).call({});\n    yield* minibatches(",
    ]);
    const [first] = findingsOf(await verdictOn(box, "ex56", source));
    expect(first?.finding.cause?.id).toBe("this-of-a-function");
    expect(first?.finding.message).toMatch(/has a this of its own, which is not the object/);
  });

  it("where a line goes on with the next one, which begins with a bracket", async () => {
    const source = edited("ex55", ["(i + 1));\n", "(i + 1))\n"]);
    const [first] = findingsOf(await verdictOn(box, "ex55", source));
    expect(first?.finding.message).toMatch(/A line that begins with \[ goes on with the line above it/);
  });

  it("where a constructor sets no field", async () => {
    const source = edited(
      "ex51",
      ["readonly #learningRate: number;", "rate: number;"],
      ["this.#learningRate = learningRate;", "const rate = learningRate;"],
      ["this.#learningRate", "this.rate"],
      ["this.#learningRate", "this.rate"],
    );
    const [first] = findingsOf(await verdictOn(box, "ex51", source));
    expect(first?.finding.cause?.id).toBe("field-never-set");
    expect(first?.finding.message).toMatch(/rate is declared in the class and nothing sets it/);
  });
});
