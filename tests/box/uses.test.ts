/** What an exercise builds on is there in the box, and stays what it is. */
import { afterAll, describe, expect, it } from "vitest";
import { loadFrame, textsOf } from "../../grader/box/load-frame.ts";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { isUsed } from "../../grader/box/used-import.ts";
import { headerBytes } from "../../grader/box/wire.ts";

const box = createNodeBox();
afterAll(() => box.close());

const uses = {
  "ex91-counter": `export class Counter { count = 0; step(): number { return ++this.count; } }
export const twice = (x: number): number => 2 * x;`,
  "ex92-pair": "export class Pair { one = new Counter(); declare other: Counter; }\ndeclare class Counter {}",
};
const scenarios = `export function steps({ Counter }: any, n: number) {
  const counter = new Counter();
  for (let i = 0; i < n; i++) counter.step();
  return counter.count;
}`;

/** What a submission's `f(3)` gives, and what the scenario counts after it. */
async function outcomes(source: string): Promise<unknown[]> {
  const loaded = await box.load({ source, file: "a.ts", scenarios, uses });
  if (loaded.kind !== "loaded") return [loaded];
  const all = await box.call([
    { fn: "f", args: [3] },
    { fn: "steps", args: [4] },
  ]);
  return all.map((one) =>
    one.kind === "returned" ? one.value : one.kind === "threw" ? one.message : one.kind,
  );
}

describe("what an exercise builds on", () => {
  it("is there without an import, of several exercises, each seeing those before it", async () => {
    expect(await outcomes("export const f = (x) => twice(x) + new Pair().one.step();")).toEqual([7, 4]);
  });

  it.each([
    [
      "a class of the student's own",
      "class Counter { step() { return 40; } } export const f = () => new Counter().step();",
    ],
    [
      "an import by the file",
      'import { Counter } from "../ex91-counter/counter.ts"; export const f = () => 39 + new Counter().step();',
    ],
    [
      "an import that is renamed",
      'import { Counter as C } from "./counter"; export const f = () => 39 + new C().step();',
    ],
    ["an import by its number", 'import * as all from "ex91"; export const f = () => 38 + all.twice(1);'],
    [
      "the types alone",
      "declare class Counter { step(): number } export const f = () => 39 + new Counter().step();",
    ],
  ])("goes together with %s", async (_, source) => {
    expect(await outcomes(source)).toEqual([40, 4]);
  });

  it.each([
    ["a method", "Counter.prototype.step = () => 0;"],
    ["the class", "globalThis.Counter = class {};"],
    ["the name", "Counter = class {};"],
    ["a static of it", "Counter.of = () => 0;"],
    [
      "a property by its description",
      'Object.defineProperty(Counter.prototype, "step", { value: () => 0 });',
    ],
    ["what the class inherits from", "Object.setPrototypeOf(Counter.prototype, { step: () => 0 });"],
    ["what is imported", 'import * as all from "ex91"; all.Counter = class {};'],
  ])("cannot be changed: %s", async (_, attack) => {
    const [first, second] = attack.startsWith("import") ? attack.split("; ") : ["", attack];
    const source = `${first}\nexport const f = () => { ${second} return 1; };`;
    const [said, steps] = await outcomes(source);
    expect(said).toMatch(/^(Type|Syntax)?Error|Cannot/);
    expect(steps).toBe(4);
    const [caught, after] = await outcomes(
      `${first}\nexport const f = () => { try { ${second} } catch {} return 1; };`,
    );
    expect([caught, after]).toEqual([1, 4]);
  });

  it("is hidden from nobody else by an export of the same name", async () => {
    const source = "export class Counter { step() {} count = 99; } export const f = () => 1;";
    expect(await outcomes(source)).toEqual([1, 4]);
  });

  it("lets nothing else be imported", async () => {
    const [refused] = await outcomes('import { a } from "./other.ts"; export const f = () => a;');
    expect(refused).toMatchObject({
      kind: "not-allowed",
      message: expect.stringContaining('asks for "./other.ts"'),
    });
    const [called] = await outcomes('export const f = () => require("node:fs").readFileSync("/etc/passwd");');
    expect(called).toContain('asks for "node:fs"');
  });

  it("is gone with the next program", async () => {
    await outcomes("export const f = () => 1;");
    await box.load({ source: "export const f = () => typeof Counter;", file: "a.ts" });
    const [outcome] = await box.call([{ fn: "f", args: [] }]);
    expect(outcome).toMatchObject({ kind: "returned", value: "undefined" });
  });
});

it.each([
  ["../ex64-autodiff/autodiff.ts", true],
  ["./autodiff", true],
  ["autodiff.js", true],
  ["ex64", true],
  ["../ex64-autodiff", true],
  ["./autodifference.ts", false],
  ["./my-autodiff.ts", false],
  ["", false],
  [".ts", false],
  ["fs", false],
  ["../ex64-autodiff/", false],
])("takes %j for the exercise ex64-autodiff: %s", (module, is) => {
  expect(isUsed(module, "ex64-autodiff")).toBe(is);
});

it("brings the texts of a program across, whatever is in them", () => {
  const texts = {
    submission: "π 𝔽\u2028\n",
    scenarios: undefined,
    uses: [
      { slug: "ex91-counter", code: "" },
      { slug: "ex92-pair", code: "é" },
    ],
  };
  const bytes = loadFrame(texts);
  expect(new Uint32Array(bytes.buffer, 4, 1)[0]).toBe(bytes.length - headerBytes);
  expect(textsOf(bytes.subarray(headerBytes))).toEqual(texts);
});
