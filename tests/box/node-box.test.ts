import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Box, Call } from "../../grader/box/box.ts";
import { createNodeBox, describeLayers } from "../../grader/box/node-box.ts";
import { createNodeBoxPool } from "../../grader/box/node-box-pool.ts";
import { answerIn, bothCalls, failing, fixturesIn, right, survivors } from "./fixtures.ts";

let box: Box;
beforeAll(() => {
  box = createNodeBox({ loadMs: 1000, callMs: 1000 });
});
afterAll(() => box.close());

const answer = (source: string, fn: string, ...args: Call["args"][number][]) =>
  answerIn(box, source, fn, args);

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

describe("a mistake is told with its place in the source", () => {
  it("where a call throws", async () => {
    await box.load(failing.throws!);
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
    expect(await box.load(failing["top-level"]!)).toMatchObject({
      kind: "threw",
      message: "TypeError: Cannot read properties of undefined (reading 'value')",
      line: 4,
      lineText: "export const value = nothing.value;",
    });
  });

  it("where it does not parse", async () => {
    expect(await box.load(failing.syntax!)).toEqual({
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
        message:
          'A submission imports nothing, but this one asks for "fs". Copy what you need of it into this file.',
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
      message: "threw an object",
    });
    const long = await answer("export const f = () => { throw new Error('y'.repeat(5000)); };", "f");
    expect(long.kind === "threw" && long.message.length).toBeLessThan(320);
  });
});

describe("scenarios", () => {
  const scenarios = `type Made = { Counter: new () => { count: number; step(): void } };
    export function after({ Counter }: Made, steps: number): number {
      const counter = new Counter();
      for (let i = 0; i < steps; i++) counter.step();
      return counter.count;
    }`;

  it("are called with what the submission exports, and its own functions beside them", async () => {
    const source =
      "export class Counter { count = 0; step(): void { this.count++; } } export const half = (k: number) => k / 2;";
    expect(await box.load({ source, file: "a.ts", scenarios })).toEqual({
      kind: "loaded",
      exports: [
        { name: "Counter", type: "function" },
        { name: "half", type: "function" },
      ],
    });
    expect(await box.call([{ fn: "after", args: [3] }])).toMatchObject([{ value: 3 }]);
    expect(await box.call([{ fn: "half", args: [3] }])).toMatchObject([{ value: 1.5 }]);
  });

  it.each([
    ["export class Counter { count = 0; stepp() {} }", "There is no method step. Counter has stepp."],
    ["export class Counter {}", "There is no method step. Counter has none."],
    [
      "export const Counter = function () { return { step: null.step }; };",
      "TypeError: Cannot read properties of null (reading 'step')",
    ],
  ])("say what a class lacks, and name no variable of their own: %s", async (source, message) => {
    await box.load({ source, file: "a.ts", scenarios });
    expect(await box.call([{ fn: "after", args: [3] }])).toMatchObject([{ kind: "threw", message }]);
  });

  it("are not harmed by a submission that replaces what arrays and calls do", async () => {
    const source = `export class Counter { count = 0; step(): void { this.count++; } }
      Array.prototype[Symbol.iterator] = function* () { yield 7; };
      Object.defineProperty(Array.prototype, "0", { set() {}, get: () => 7, configurable: true });
      Function.prototype.apply = Function.prototype.call = () => 7;`;
    await box.load({ source, file: "a.ts", scenarios });
    expect(await box.call([{ fn: "after", args: [3] }])).toMatchObject([{ value: 3 }]);
  });

  it("does not hide where the submission threw", async () => {
    const source = "export class Counter {\n  step(): void {\n    throw new Error('no');\n  }\n}";
    await box.load({ source, file: "a.ts", scenarios });
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
