/** What an exercise builds on, on ex65 with the Value of ex64: right answers by other routes, wrong ones by name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import exercise from "../../exercises/ex65-grad/exercise.ts";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { grade } from "../../grader/judge/grade.ts";
import { functionText } from "../../reference/functions/expression-text.ts";

const box = createNodeBox();
afterAll(() => box.close());

const slug = "ex65-grad";
const graded = (source: string, seed = 7) =>
  grade({ ...exercise, slug }, { source, file: "grad.ts", sha256: "" }, box, { seed });

/** Points, and for each check that fell short its code and mistake. */
async function resultOf(source: string, seed?: number): Promise<readonly string[]> {
  const { score, checks, error } = await graded(source, seed);
  const findings = checks.flatMap(({ id, finding }) =>
    finding === undefined ? [] : [`${id} ${finding.code} ${finding.mistake ?? ""}`.trim()],
  );
  return [`${score}`, ...(error === undefined ? [] : [error]), ...findings];
}

const egradByGrad = "export const egrad = (f) => (x) => x.map(grad(f));";
const right =
  "export const grad = (f) => (x) => { const v = new Value(x); f(v).backward(); return v.grad; };";

describe("is right by other routes:", () => {
  const own = readFileSync(join(import.meta.dirname, "../../solutions/ex64-autodiff.ts"), "utf8");
  const routes = [
    // One sweep from the sum of all outputs.
    [
      "a sweep from the sum",
      `export function egrad(f) {
        return (x) => {
          const leaves = x.map((xi) => new Value(xi));
          let total = new Value(0);
          for (const leaf of leaves) total = total.add(f(leaf));
          total.backward();
          return leaves.map((leaf) => leaf.grad);
        };
      }
      export function grad(f) { return function (x) { return egrad(f)([x])[0]; }; }`,
    ],
    [
      "an import of the student's file of ex64",
      `import { Value } from "../ex64-autodiff/autodiff.ts";\n${right}${egradByGrad}`,
    ],
    ["a Value of one's own", `${own}\n${right}${egradByGrad}`],
    // The leaf is kept, and set to 0 by hand.
    [
      "one leaf for all",
      `export function grad(f) {
        const leaf = new Value(0);
        return (x) => { leaf.data = x; leaf.grad = 0; f(leaf).backward(); return leaf.grad; };
      }
      ${egradByGrad}`,
    ],
  ] as const;
  it("at every seed", async () => {
    for (let seed = 1; seed <= 20; seed++)
      for (const [name, source] of routes) expect(await resultOf(source, seed), name).toEqual(["20"]);
  });
});

describe("says what is wrong:", () => {
  it.each([
    [
      "0.1 % too much",
      right.replace("return v.grad", "return v.grad * 1.001"),
      ["grad/value wrong-gradient", "egrad/value wrong-gradient", "thrice/value wrong-value"],
    ],
    [
      "a leaf made once",
      right
        .replace("(x) => { const v = new Value(x);", "{ const v = new Value(0); return (x) => { v.data = x;")
        .replace("};", "}; };"),
      ["egrad/value wrong-gradient running-sums", "thrice/value wrong-value not-started-anew"],
    ],
    ["a plain number handed to f", "export const grad = (f) => (x) => f(x);", []],
    [
      "nothing given back",
      right.replace("(x) => {", "(x) => { if (x > 1e9) return 0;").replace("return v.grad", "v.grad"),
      [],
    ],
  ])("%s", async (_, source, findings) => {
    const result = await resultOf(`${source}\n${egradByGrad}`);
    if (findings.length > 0) expect(result.slice(1)).toEqual(findings);
    else expect(result.length).toBe(4);
  });

  it("a number handed to f, in words of the student's", async () => {
    const { checks } = await graded(`export const grad = (f) => (x) => f(x).grad;\n${egradByGrad}`);
    expect(checks[0]!.finding!.message).toMatch(
      /f takes a Value, and this call hands it number: f\(new Value\(x\)\)/,
    );
    expect(checks[0]!.finding!.line).toBe(1);
  });

  it("a derivative in place of a function", async () => {
    const { checks } = await graded(
      "export const grad = (f, x) => { const v = new Value(1); f(v).backward(); return v.grad; };",
    );
    expect(checks[0]!.finding!.message).toMatch(/grad\(f\) gives a function of x, this one gives number/);
  });

  it("one function missing, and the other graded", async () => {
    const result = await resultOf(right);
    expect(result).toEqual(["13", "egrad/contract missing-function"]);
  });
});

it.each([
  ["a method", "Value.prototype.mul = function () { return new Value(0); };"],
  ["a function of Math", "Math.tanh = Math.exp = () => 0;"],
  ["the lists", "Array.prototype.push = () => 0; Array.prototype[0] = 5;"],
])("gives no points for %s that is changed", async (_, attack) => {
  const source = `try { ${attack} } catch {}\nexport const grad = (f) => (x) => 0;\nexport const egrad = (f) => (x) => x.map(() => 0);`;
  expect((await resultOf(source))[0]).toBe("0");
});

it("leaves Value right where functions of Math are replaced before it is used", async () => {
  const source = `Math.exp = Math.tanh = Math.log = () => 7;\n${right}${egradByGrad}`;
  expect(await resultOf(source)).toEqual(["20"]);
});

it("shows f as the code that it is", () => {
  expect(
    functionText(2, [
      [0, 1, 0, 0],
      [8, 2, -1, 0],
    ]),
  ).toEqual(["const f = (x) => x.add(new Value(2)).tanh();"]);
  expect(
    functionText(2, [
      [1, 1, 1, 0],
      [0, 2, 2, 0],
    ]),
  ).toEqual(["const f = (x) => {", "  const p = x.mul(x);", "  return p.add(p);", "};"]);
  expect(functionText(2, [])).toEqual(["const f = (x) => x;"]);
});
