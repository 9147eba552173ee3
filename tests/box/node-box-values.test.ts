import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Box, Call } from "../../grader/box/box.ts";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { answerIn, bothCalls, failing, right } from "./fixtures.ts";

let box: Box;
beforeAll(() => {
  box = createNodeBox({ loadMs: 1000, callMs: 1000 });
});
afterAll(() => box.close());

const answer = (source: string, fn: string, ...args: Call["args"][number][]) =>
  answerIn(box, source, fn, args);

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
    "",
    "layer1.weight",
    "\ud800 π 𝔽 \0 \u202e",
    "x".repeat(100_000),
    true,
    [false, true],
    ["a", [1, "b"], { on: false }],
  ]) {
    it(`goes in and comes out the same: ${JSON.stringify(value).slice(0, 60)}`, async () => {
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
        "5",
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
    await box.load(failing["changes-input"]!);
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

  it("counts as changed where functions in it have changed places", async () => {
    const chain = [{ fn: "exp" }, { fn: "square" }, { fn: "exp" }];
    const turned = "export const f = (x: number, chain: any) => { chain.reverse(); return chain[0](x); };";
    expect(await answer(turned, "f", 1, chain)).toMatchObject({ changed: [1] });
    const kept = "export const f = (x: number, chain: any) => [...chain].reverse()[0](x);";
    expect(await answer(kept, "f", 1, chain)).toMatchObject({ changed: [] });
    const other = "export const f = (g: any, chain: any) => { chain[1] = g; return 0; };";
    expect(await answer(other, "f", { fn: "cos" }, chain)).toMatchObject({ changed: [1] });
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
    await box.load(failing.remembers!);
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

describe("the answer of the call before", () => {
  /** What is said of answers to calls with 1, 2 and 3. */
  const overwrittenIn = async (source: string, care = { twice: true }) => {
    await box.load({ source, file: "a.ts" });
    const outcomes = await box.call([1, 2, 3].map((x) => ({ fn: "f", args: [x], ...care })));
    return outcomes.map((outcome) => (outcome.kind === "returned" ? outcome.overwritten : outcome.kind));
  };

  it.each([
    ["a list", "const kept: number[] = []; export const f = (x: number) => { kept[0] = x; return kept; };"],
    [
      "a row of a record",
      "const row = [0]; export const f = (x: number) => { row[0] = x; return { A: [row] }; };",
    ],
    [
      "a list that grows by what it is given",
      "const all: number[][] = []; export const f = (x: number) => { all.length = 0; for (let i = 0; i < x; i++) all.push([i]); return all; };",
    ],
    [
      "a list, with lengths that lie",
      `Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), "length", { get: () => 0 });
       const kept: number[] = []; export const f = (x: number) => { kept[0] = x; return kept; };`,
    ],
  ])("is told as overwritten where all calls share %s", async (_, source) => {
    expect(await overwrittenIn(source)).toEqual([undefined, true, true]);
  });

  it.each([
    ["a list of its own", "export const f = (x: number) => [x];"],
    ["a list that nobody changes", "const kept = [1, 2]; export const f = (_: number) => kept;"],
    [
      "what was given for equal arguments",
      "const kept = new Map<number, number[]>(); export const f = (x: number) => { if (!kept.has(x)) kept.set(x, [x]); return kept.get(x); };",
    ],
    ["a number", "let kept = 0; export const f = (x: number) => { kept = x; return kept; };"],
    [
      "what throws when it is read again",
      "export const f = (_: number) => { let n = 0; return { get a() { if (++n === 2) throw new Error('no'); return 1; } }; };",
    ],
  ])("is not told as overwritten where a call gives %s", async (_, source) => {
    expect(await overwrittenIn(source)).toEqual([undefined, undefined, undefined]);
  });

  it("is left alone where nobody asks for care, and by another function", async () => {
    const source = `const kept: number[] = [];
      const write = (x: number) => { kept[0] = x; return kept; };
      export const f = (x: number) => write(x), g = (x: number) => write(x);`;
    expect(await overwrittenIn(source, { twice: false })).toEqual([undefined, undefined, undefined]);
    const [, other] = await box.call([
      { fn: "f", args: [1], twice: true },
      { fn: "g", args: [2], twice: true },
    ]);
    expect(other).toEqual({ kind: "returned", value: [2], changed: [] });
  });
});
