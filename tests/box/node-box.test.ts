import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Box, CallOutcome } from "../../grader/box/box.ts";
import { createNodeBox, describeLayers } from "../../grader/box/node-box.ts";
import { createNodeBoxPool } from "../../grader/box/node-box-pool.ts";
import { bothCalls, fixturesIn, right, survivors } from "./fixtures.ts";

let box: Box;
beforeAll(() => {
  box = createNodeBox({ loadMs: 1000, callMs: 1000 });
});
afterAll(() => box.close());

const fail = Object.fromEntries(fixturesIn("fail").map((fixture) => [fixture.name, fixture.program]));

/** Loads a text and calls one function of it. */
async function answer(source: string, fn: string, ...args: Parameters<typeof list>): Promise<CallOutcome> {
  expect(await box.load({ source, file: "a.ts" })).toMatchObject({ kind: "loaded" });
  return (await box.call([{ fn, args: list(...args) }]))[0]!;
}
const list = (...args: Parameters<Box["call"]>[0][number]["args"] & unknown[]) => args;

describe("an unusual but right submission", () => {
  for (const { name, program } of fixturesIn("pass")) {
    it(`is right: ${name}`, async () => {
      expect((await box.load(program)).kind).toBe("loaded");
      const outcomes = await box.call(bothCalls);
      expect(outcomes).toEqual([
        { kind: "returned", value: expect.closeTo(right.mseLossDw, 12), changed: [] },
        { kind: "returned", value: expect.closeTo(right.mseLossDb, 12), changed: [] },
      ]);
    });
  }
});

describe("what a submission exports", () => {
  it("is listed by name and type, without what is only a type", async () => {
    const source =
      "export type A = 1; export const f = () => 1, k = 2; export class C {} export let list = [1];";
    expect(await box.load({ source, file: "a.ts" })).toEqual({
      kind: "loaded",
      exports: [
        { name: "C", type: "function" },
        { name: "f", type: "function" },
        { name: "k", type: "number" },
        { name: "list", type: "array" },
      ],
    });
    expect(await box.call(["f", "k", "nowhere", "toString"].map((fn) => ({ fn, args: [] })))).toEqual([
      { kind: "returned", value: 1, changed: [] },
      { kind: "missing" },
      { kind: "missing" },
      { kind: "missing" },
    ]);
  });

  it("comes to nothing where module.exports is no object", async () => {
    expect(await box.load({ source: "module.exports = 5;", file: "a.js" })).toEqual({
      kind: "loaded",
      exports: [],
    });
  });
});

describe("a value", () => {
  const echo = "export const echo = (v: unknown) => v;";

  for (const value of [
    -0,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    5e-324,
    [],
    [[]],
    [[1, -0], [Number.NaN]],
    { W: [[1]], b: 2 },
  ]) {
    it(`goes in and comes out the same: ${JSON.stringify(value)}`, async () => {
      expect(await answer(echo, "echo", value)).toStrictEqual({ kind: "returned", value, changed: [] });
    });
  }

  it("may be a function, by its name in the table", async () => {
    const square = { fn: "combine", args: [2, { fn: "square" }, 1, { fn: "constant", args: [0.5] }] };
    expect(
      await answer("export const at = (f: (x: number) => number, x: number) => f(x);", "at", square, 3),
    ).toMatchObject({
      value: 18.5,
    });
  });

  it("is named, not carried, where it is none of ours", async () => {
    const source = `class Foo {}
      export const f = () => ["5", undefined, null, () => 1, Promise.resolve(1), new Float64Array(2), new Number(1), 1n,
        Symbol("s"), new Foo(), new Map(), [1, , 3], { [Symbol.iterator]: 1 }, Object.create(null), true];`;
    const outcome = await answer(source, "f");
    expect(outcome).toMatchObject({
      value: [
        { foreign: "a string" },
        { foreign: "undefined" },
        { foreign: "null" },
        { foreign: "a function" },
        { foreign: "a Promise" },
        { foreign: "a Float64Array" },
        { foreign: "a Number object" },
        { foreign: "a bigint" },
        { foreign: "a symbol" },
        { foreign: "an instance of Foo" },
        { foreign: "an instance of Map" },
        [1, { foreign: "undefined" }, 3],
        {},
        {},
        true,
      ],
    });
  });

  it("is too large beyond two million numbers, too deep beyond eight levels", async () => {
    expect(await answer("export const f = () => new Array(2_000_000).fill(1);", "f")).toMatchObject({
      value: { foreign: "too large" },
    });
    expect(await answer("export const f = () => [[[[[[[[[1]]]]]]]]];", "f")).toMatchObject({
      value: [[[[[[[[{ foreign: "nested too deep" }]]]]]]]],
    });
  });

  it("that is large crosses whole", async () => {
    const matrix = Array.from({ length: 300 }, (_, i) => Array.from({ length: 200 }, (_, j) => i / (j + 1)));
    expect(await answer(echo, "echo", matrix)).toEqual({ kind: "returned", value: matrix, changed: [] });
  });
});

describe("an argument", () => {
  it("is fresh at each call, and reported when the call changed it", async () => {
    await box.load(fail["changes-input"]!);
    const [dw, db] = await box.call(bothCalls);
    expect(dw).toEqual({ kind: "returned", value: expect.closeTo(right.mseLossDw, 12), changed: [1] });
    expect(db).toEqual({ kind: "returned", value: expect.closeTo(right.mseLossDb, 12), changed: [0, 1] });
  });

  it("counts as changed for each way of changing it, and for no other reason", async () => {
    const changes = [
      "v.a[1][0] = 7",
      "v.a.length = 1",
      "v.b = 1",
      "delete v.a",
      "v.a[0] = 'x'",
      "v.a[1][1] = 0",
      "v.a = v.a[0]",
    ];
    for (const change of changes) {
      const outcome = await answer(
        `export const f = (k: number, v: any) => { ${change}; return 0; };`,
        "f",
        1,
        { a: [[1], [2, -0]] },
      );
      expect(outcome, change).toMatchObject({ changed: [1] });
    }
    const kept = await answer(
      "export const f = (k: any, v: any) => { k = 5; v = [...v].reverse(); return 0; };",
      "f",
      1,
      [Number.NaN, -0],
    );
    expect(kept).toMatchObject({ changed: [] });
  });

  it("counts as changed where it got a property, in a call that is made twice", async () => {
    await box.load({ source: "export const f = (v: any) => { v.seen = 1; return 0; };", file: "a.ts" });
    expect(await box.call([{ fn: "f", args: [[1, 2]], twice: true }])).toMatchObject([{ changed: [0] }]);
  });

  it("is not looked at where a call asks for the answer alone, and is fresh in the next", async () => {
    await box.load({ source: "export const f = (v: any) => { v[0] += 1; return v; };", file: "a.ts" });
    const args = [[1, 2]];
    expect(
      await box.call([
        { fn: "f", args, answerOnly: true },
        { fn: "f", args },
        { fn: "f", args, twice: true },
        { fn: "f", args, answerOnly: true },
      ]),
    ).toEqual([[], [0], [0], []].map((changed) => expect.objectContaining({ value: [2, 2], changed })));
  });

  it("is a plain array whatever a submission has made of arrays, and large ones are as right as small ones", async () => {
    const large = Array.from({ length: 1500 }, (_, i) => (i % 3 === 0 ? i : i / 7));
    const value = [[1, 2.5, -0], [], [Number.NaN], large, Array.from({ length: 1200 }, () => [1])];
    const changes = [
      "",
      "Object.defineProperty(Array, Symbol.species, { get: () => class extends Array {} })",
      "Array.prototype.constructor = { [Symbol.species]: function () { return { length: 0 }; } } as any",
      "Object.defineProperty(Array.prototype, 0, { set() {}, configurable: true })",
      "Array.prototype.slice = () => [9]; Array.prototype.concat = () => [9]",
      "for (const name of ['Symbol', 'Float64Array', 'Reflect', 'Array', 'String']) (globalThis as any)[name] = () => 9",
    ];
    for (const change of changes) {
      const source = `${change};
        export const f = (v: any) => v;
        export const g = (v: any) => Object.getPrototypeOf(v) === Object.getPrototypeOf([]) ? 1 : 0;`;
      await box.load({ source, file: "a.ts" });
      const [echoed, isPlain] = await box.call([
        { fn: "f", args: [value], twice: true },
        { fn: "g", args: [value] },
      ]);
      expect(echoed, change).toStrictEqual({ kind: "returned", value, changed: [] });
      expect(isPlain, change).toMatchObject({ value: 1, changed: [] });
    }
  });
});

describe("a second call", () => {
  it("is told only where it differs in any bit", async () => {
    await box.load(fail.remembers!);
    expect(await box.call([{ fn: "mseLossDw", args: [], twice: true }])).toEqual([
      { kind: "returned", value: 1, changed: [], again: 2 },
    ]);
    expect(await box.call([{ fn: "mseLossDb", args: [], twice: true }])).toMatchObject([
      { value: 1, again: { foreign: "a thrown error" } },
    ]);
    await box.load({ source: "let k = 0; export const f = () => [NaN, k++ === 0 ? 0 : -0];", file: "a.ts" });
    expect(await box.call([{ fn: "f", args: [], twice: true }])).toMatchObject([
      { value: [Number.NaN, 0], again: [Number.NaN, -0] },
    ]);
    expect(await box.call([{ fn: "f", args: [], twice: true }])).toEqual([
      { kind: "returned", value: [Number.NaN, -0], changed: [] },
    ]);
  });
});

describe("a mistake is told with its place in the source", () => {
  it("where a call throws", async () => {
    await box.load(fail.throws!);
    expect(await box.call(bothCalls)).toEqual([
      { kind: "threw", message: "Error: not implemented", line: 3, column: 9 },
      {
        kind: "threw",
        message: "TypeError: Cannot read properties of undefined (reading '0')",
        line: 6,
        column: 16,
      },
    ]);
  });

  it("where loading throws", async () => {
    expect(await box.load(fail["top-level"]!)).toMatchObject({
      kind: "threw",
      message: "TypeError: Cannot read properties of undefined (reading 'value')",
      line: 4,
      lineText: "export const value = nothing.value;",
    });
  });

  it("where it does not parse", async () => {
    expect(await box.load(fail.syntax!)).toEqual({
      kind: "syntax-error",
      message: 'Unexpected ";"',
      line: 3,
      column: 21,
      lineText: "  return x.length * ;",
    });
  });

  it("where it imports", async () => {
    for (const line of [
      'import fs from "fs";',
      'export * from "fs";',
      'const m = import("fs");',
      'import "fs";',
      'require("fs");',
    ]) {
      const source = `export const k = 1;\n${line}\n${line.startsWith("import fs") ? "fs.x;" : ""}`;
      expect(await box.load({ source, file: "a.ts" }), line).toMatchObject({
        kind: "not-allowed",
        message: 'A submission imports nothing, but this one asks for "fs".',
        line: 2,
      });
    }
    expect(
      (
        await box.load({
          source: 'import type { A } from "fs"; export const s = "import(1) require(2)";',
          file: "a.ts",
        })
      ).kind,
    ).toBe("loaded");
  });

  it("in the words of whatever was thrown, cut short and made harmless", async () => {
    expect(await answer("export const f = () => { throw 'plain \\u001b[31mtext\\u202e'; };", "f")).toEqual({
      kind: "threw",
      message: "plain text",
    });
    expect(await answer("export const f = () => { throw { a: 1 }; };", "f")).toMatchObject({
      message: "threw an instance of Object",
    });
    const long = await answer("export const f = () => { throw new Error('y'.repeat(5000)); };", "f");
    expect(long.kind === "threw" && long.message.length).toBeLessThan(320);
  });
});

describe("a driver", () => {
  const driver = `import { Counter } from "submission";
    export function after(steps: number): number {
      if (typeof Counter !== "function") throw new Error("Counter: a class, got nothing");
      const counter = new Counter();
      for (let i = 0; i < steps; i++) counter.step();
      return counter.count;
    }`;

  it("is called in place of the submission, which is still what load tells of", async () => {
    const source = "export class Counter { count = 0; step(): void { this.count++; } }";
    expect(await box.load({ source, file: "a.ts", driver })).toEqual({
      kind: "loaded",
      exports: [{ name: "Counter", type: "function" }],
    });
    expect(await box.call([{ fn: "after", args: [3] }])).toMatchObject([{ value: 3 }]);
    expect(await box.call([{ fn: "Counter", args: [3] }])).toEqual([{ kind: "missing" }]);
  });

  it("says what is missing", async () => {
    await box.load({ source: "export const k = 1;", file: "a.ts", driver });
    expect(await box.call([{ fn: "after", args: [3] }])).toMatchObject([
      { kind: "threw", message: "Error: Counter: a class, got nothing" },
    ]);
  });

  it("does not hide where the submission threw", async () => {
    const source = "export class Counter {\n  step(): void {\n    throw new Error('no');\n  }\n}";
    await box.load({ source, file: "a.ts", driver });
    expect(await box.call([{ fn: "after", args: [3] }])).toMatchObject([
      { kind: "threw", message: "Error: no", line: 3 },
    ]);
  });
});

describe("a deadline", () => {
  it("ends the call that hangs, names it, and runs what comes later in a new child", async () => {
    const quick = createNodeBox({ loadMs: 500, callMs: 300, totalMs: 5000, spare: true });
    await quick.load({
      source: "export const f = (k: number) => { while (k === 70); return k; };",
      file: "a.ts",
    });
    const outcomes = await quick.call(Array.from({ length: 100 }, (_, k) => ({ fn: "f", args: [k] })));
    expect(outcomes.findIndex(({ kind }) => kind === "timeout")).toBe(70);
    expect(outcomes.slice(0, 70).map((o) => o.kind === "returned" && o.value)).toEqual(
      Array.from({ length: 70 }, (_, k) => k),
    );
    expect(outcomes.slice(71).every(({ kind }) => kind === "not-run")).toBe(true);
    expect(await quick.call([{ fn: "f", args: [5] }])).toMatchObject([{ value: 5 }]);
    quick.close();
  });

  it("covers everything since load", async () => {
    const quick = createNodeBox({ callMs: 5000, totalMs: 700 });
    await quick.load({
      source: "export const f = () => { const t = Date.now(); while (Date.now() - t < 100); return 1; };",
      file: "a.ts",
    });
    const outcomes = await quick.call(Array.from({ length: 30 }, () => ({ fn: "f", args: [] })));
    expect(outcomes[0]).toMatchObject({ kind: "returned" });
    expect(outcomes.find(({ kind }) => kind === "timeout")).toEqual({
      kind: "timeout",
      message: "No answer within 700 ms in all.",
    });
    expect((await quick.call([{ fn: "f", args: [] }]))[0]).toMatchObject({ kind: "timeout" });
    quick.close();
  });

  it("does not blame the submission when this process was busy", async () => {
    const quick = createNodeBox({ callMs: 200 });
    await quick.load({ source: "export const f = () => 1;", file: "a.ts" });
    const pending = quick.call([{ fn: "f", args: [] }]);
    for (const t = Date.now(); Date.now() - t < 400; );
    expect(await pending).toMatchObject([{ value: 1 }]);
    quick.close();
  });
});

it("tells a full memory from a crash", async () => {
  const small = createNodeBox({ memoryMb: 64, callMs: 10_000 });
  const source =
    "const kept: unknown[] = []; export const f = () => { for (;;) kept.push(new Array(1e5).fill(0.5)); };";
  await small.load({ source, file: "a.ts" });
  expect(await small.call([{ fn: "f", args: [] }])).toEqual([
    { kind: "out-of-memory", message: "The memory ran out." },
  ]);
  await small.load({ source: "export const f = () => new Float64Array(2 ** 32).length;", file: "a.ts" });
  expect(await small.call([{ fn: "f", args: [] }])).toMatchObject([{ kind: "out-of-memory" }]);
  small.close();
});

it("holds no more answers than it has room for", async () => {
  const source = "export const f = () => new Array(1_500_000).fill(0.5);";
  await box.load({ source, file: "a.ts" });
  const outcomes = await box.call(Array.from({ length: 12 }, () => ({ fn: "f", args: [] })));
  expect(outcomes.map(({ kind }) => kind)).toEqual([
    ...["returned", "returned", "returned", "returned", "returned", "out-of-memory"],
    ...["not-run", "not-run", "not-run", "not-run", "not-run", "not-run"],
  ]);
});

it("keeps what a submission prints: short, visible, and only since load", async () => {
  await box.load({
    source:
      "console.log('hi', -0, [1, [2]], { a: 'b' }, null, () => 1); export const f = () => console.error('more \\u001b[31mred');",
    file: "a.ts",
  });
  await box.call([{ fn: "f", args: [] }]);
  expect(box.output).toBe('hi -0 [1, [2]] { a: "b" } null [function]\nmore red\n');
  await box.load({ source: "", file: "a.ts" });
  expect(box.output).toBe("");
});

it("computes as fast inside as outside", async () => {
  const sum = "let s = 0; for (let i = 0; i < 3e6; i++) s += Math.exp(i * 1e-7);";
  const source = `export const f = () => { const t = performanceNow(); ${sum} return performanceNow() - t; }; const performanceNow = () => Date.now();`;
  const run = new Function(`const t = Date.now(); ${sum} return Date.now() - t;`) as () => number;
  const inside: number[] = [];
  const outside: number[] = [];
  await box.load({ source, file: "a.ts" });
  for (let i = 0; i < 5; i++) {
    const [outcome] = await box.call([{ fn: "f", args: [] }]);
    inside.push(outcome?.kind === "returned" ? (outcome.value as number) : Number.POSITIVE_INFINITY);
    outside.push(run());
  }
  // An ordinary context is fifteen times slower.
  expect(Math.min(...inside)).toBeLessThan(4 * Math.min(...outside) + 10);
});

it("gives started boxes from a pool, each on its own", async () => {
  const pool = createNodeBoxPool({ spare: 2 });
  const [one, two] = [pool.take(), pool.take()];
  await Promise.all(
    [one, two].map((each, k) => each.load({ source: `export const f = () => ${k};`, file: "a.ts" })),
  );
  expect(await one.call([{ fn: "f", args: [] }])).toMatchObject([{ value: 0 }]);
  one.close();
  expect(await two.call([{ fn: "f", args: [] }])).toMatchObject([{ value: 1 }]);
  two.close();
  pool.close();
});

it("runs under bubblewrap where that works, and says so", async () => {
  const strong = createNodeBox({ isolation: "strong" });
  expect((await strong.load({ source: "export const f = () => 2;", file: "a.ts" })).kind).toBe("loaded");
  expect(await strong.call([{ fn: "f", args: [] }])).toMatchObject([{ value: 2 }]);
  const layer = strong.layers.find(({ name }) => name === "bubblewrap")!;
  expect(layer.inForce).toBe(describeLayers("strong").at(-1)!.inForce);
  expect(layer.note).not.toBe("");
  strong.close();
});

it("leaves no process behind when it is closed", async () => {
  const other = createNodeBox({ spare: true });
  await other.load({ source: "", file: "a.ts" });
  other.close();
  const deadline = Date.now() + 2000;
  // The box of this file is the one that stays.
  while (survivors().length > 1 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(survivors().length).toBeLessThanOrEqual(1);
});
