/** What is said of answers without a finite number. */
import { describe, expect, it } from "vitest";
import { causeOfNan } from "../../grader/judge/causes/nan/cause.ts";
import { grade } from "../../grader/judge/grade.ts";
import { mistakeBox } from "../../grader/judge/mistake-box.ts";
import type { Returned, Value } from "../../grader/value.ts";
import { answerBox } from "./answer-box.ts";
import { courseExercise, file } from "./course.ts";

const each = (value: Value, change: (x: number) => number): Returned =>
  typeof value === "number"
    ? change(value)
    : Array.isArray(value)
      ? value.map((x) => each(x, change))
      : Object.fromEntries(Object.entries(value).map(([k, x]) => [k, each(x as Value, change)]));

/** The finding of one function whose right answers are changed, in an exercise with its list of mistakes. */
async function findingFor(slug: string, name: string, change: (right: Value) => Returned, source = "") {
  const exercise = await courseExercise(slug);
  const box = answerBox(exercise, (right, fn) => (fn === name ? change(right) : (right as Returned)));
  const verdict = await grade(exercise, { ...file, source }, box, { seed: 7 });
  return verdict.checks.find((check) => check.finding !== undefined)?.finding;
}

describe("an answer without a finite number", () => {
  it.each<[string, string, number, RegExp]>([
    ["ex41-softmax", "logSoftmax", Number.NaN, /^Every entry is NaN on every input\. NaN comes of/],
    ["ex41-softmax", "softmax", Number.POSITIVE_INFINITY, /^Every entry is Infinity on every input\.$/],
    ["ex14-sigmoid", "sigmoid", Number.NaN, /^The result is NaN on every input\./],
    ["ex33-pca", "pca", Number.NaN, /^Every entry is NaN on every input\./],
    ["ex64-autodiff", "grad", Number.NaN, /^Every entry is NaN on every input\./],
  ])("is called that, and nothing is said of square roots: %s, %s, %f", async (slug, name, number, words) => {
    const finding = await findingFor(slug, name, (right) => each(right, () => number));
    expect(finding).toMatchObject({ code: "not-finite" });
    expect(finding?.message).toMatch(words);
    expect([finding?.matched, finding?.mistake]).toEqual([undefined, undefined]);
  });

  it("is told by its part, where the others are numbers", async () => {
    const nan = (x: Value): Returned => each(x, () => Number.NaN);
    const finding = await findingFor("ex33-pca", "pca", (right) => {
      const parts = right as Readonly<Record<string, Value>>;
      return { ...parts, projected: nan(parts.projected!), variances: nan(parts.variances!) } as never;
    });
    expect(finding?.message).toMatch(
      /^Every entry of projected and every entry of variances are NaN on every input\./,
    );
  });

  it("is told with numbers before lists, so that entries are those of the list alone", async () => {
    const finding = await findingFor("ex26-adaline-sgd", "fitAdalineSGD", (right) => {
      const parts = right as Readonly<Record<string, Value>>;
      return { ...parts, w: each(parts.w!, () => Number.NaN), b: Number.NaN } as never;
    });
    expect(finding?.message).toMatch(/^b and every entry of w are NaN on every input\./i);
  });

  it("says nothing against a relation that finite numbers show: the root of what is negative is NaN", async () => {
    const finding = await findingFor("ex10-mse-gradients", "mseLossDw", (right) => each(right, Math.sqrt));
    expect(finding?.message).toMatch(/square root of the right one/);
  });

  it("says nothing against a listed mistake that is NaN where the answer is, and a number elsewhere", async () => {
    const exercise = await courseExercise("ex30-k-means");
    const box = mistakeBox(exercise, "updateCentroids", "empty-becomes-nan");
    const { checks } = await grade(exercise, file, box, { seed: 7 });
    expect(checks.find((check) => check.finding !== undefined)?.finding).toMatchObject({
      code: "not-finite",
      mistake: "empty-becomes-nan",
      matched: { count: 200, of: 200 },
    });
  });

  it("comes with the cause and its line, where the source says it", async () => {
    const source =
      "\nexport function softmax(Z) {\n  return Z.map((row) => {\n  const top = Math.max(row);\n  return row.map((z) => z - top);\n";
    const nan = (right: Value): Returned => each(right, () => Number.NaN);
    const finding = await findingFor("ex41-softmax", "softmax", nan, source);
    expect(finding).toMatchObject({ line: 4, column: 15 });
    expect(finding?.message).toBe(
      "Every entry is NaN on every input. Math.max(row) of a list is NaN: spread it, Math.max(...row).",
    );
  });
});

const saysOf = (source: string): string | undefined => causeOfNan(source, "f", ["x", "y"])?.says;

describe("the source says why all is NaN:", () => {
  it.each<[string, string, RegExp]>([
    [
      "a list's largest",
      "function f(x: number[]) { return Math.max(x); }",
      /^Math\.max\(x\) of a list is NaN/,
    ],
    [
      "a list's smallest, in a helper, behind a `!`",
      "const low = (row) => Math.min(row!) + row.length;\nexport const f = (x, y) => low(x);",
      /^Math\.min\(row\) of a list/,
    ],
    [
      "a sum that is never set",
      "function f() { let s: number; for (const a of x) s += a; return s; }",
      /^s is declared but never set, and undefined plus a number is NaN: start with s = 0\.$/,
    ],
    [
      "a product that is never set",
      "function f() { let p!: number\r\n p *= 2; return p; }",
      /undefined times a number is NaN: start with p = 1/,
    ],
    [
      "a sum that starts as NaN",
      "function f() { let s: number = Number.NaN; for (const a of x) s += a; return s; }",
      /^s starts as NaN, and stays NaN whatever is added: start with s = 0\.$/,
    ],
    [
      "entries that are never set",
      "function f() { const g = [];\n for (;;) g[j] += 1; return g; }",
      /^The list g has no entries yet where g\[j\]\+= looks for one/,
    ],
    [
      "entries of a list of holes",
      "function f() { const g = new Array<number>(n);\n g[j]! += 1; return g; }",
      /fill it with 0 first/,
    ],
    [
      "a loop one too far",
      "function f(x) { for (let i = 0; i <= x.length; i++) s += x[i]!; }",
      /^The loop runs while i <= x\.length, and x\[x\.length\] does not exist: is < meant\?$/,
    ],
    [
      "a loop one too far, by a name",
      "function f(x) { const n = x.length; for (let i = 0; i <= n; i++) s += x[i]; }",
      /while i <= n, and x\[x\.length\]/,
    ],
    [
      "parameters in another order",
      "export const f = (y: number[], x: number[]): number => 0;",
      /^f is called with \(x, y\); yours takes \(y, x\)\.$/,
    ],
  ])("%s", (_, source, words) => expect(saysOf(source)).toMatch(words));

  it("a field of a class that is never set", () => {
    const source = "export class Value { grad!: number; add() { this.grad += 1; } }";
    expect(causeOfNan(source, undefined, [])?.says).toMatch(
      /^grad is never set, and undefined plus a number is NaN/,
    );
  });
});

describe("the source says nothing for sure:", () => {
  it.each<[string, string]>([
    ["the largest of a number", "function f(x, y) { return Math.max(a); }"],
    ["a spread list", "function f(x, y) { return Math.max(...x); }"],
    [
      "a list's largest in another function",
      "function f(x, y) { return x; }\nfunction g(x) { return Math.max(x) + x.length; }",
    ],
    ["a list's largest in a comment", "function f(x, y) { // Math.max(x)\n return x[0]; }"],
    [
      "a sum that is set later",
      "function f(x, y) { let s: number; s = 0; for (const a of x) s += a; return s; }",
    ],
    ["a sum that is NaN until it is set", "function f(x, y) { let s = NaN;\n s = 0; s += y; return s; }"],
    ["a variable that a loop sets", "function f(x, y) { let s; for (s of x) s += 1; }"],
    ["a variable that a pattern sets", "function f(x, y) { let s;\n [s, t] = x; s += 1; }"],
    ["a list that is filled", "function f(x, y) { const g = [];\n g.push(0); g[0] += 1; }"],
    ["a list that a helper may fill", "function f(x, y) { const g = [];\n zero(g, 3); g[0] += 1; }"],
    ["a loop that reads another list", "function f(x, y) { for (let i = 0; i <= x.length; i++) s += z[i]; }"],
    ["parameters of other names", "function f(a, b) { return a; }"],
    ["a field with a value", "class V { grad = 0; add() { this.grad += 1; } }"],
    [
      "a field that the constructor takes",
      "class V { constructor(public grad: number) {} add() { this.grad += 1; } }",
    ],
  ])("%s", (_, source) => expect(saysOf(source)).toBeUndefined());

  it.each([
    ["spaces", `function f(x, y) { let s${" ".repeat(15_000)}`],
    ["declarations", "let a:b ".repeat(2_000)],
    ["brackets", "[".repeat(19_000)],
    ["quotes", `"\\`.repeat(9_000)],
    ["more text than is searched", "let s; s += 1;".repeat(100_000)],
  ])("a text made to take long: %s", (_, source) => expect(saysOf(source)).toBeUndefined());
});
