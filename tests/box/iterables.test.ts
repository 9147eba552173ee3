/** What gives its items one by one is read with a bound where it is asked for, and named where it is not. */
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { limit } from "../../grader/box/wire.ts";

const box = createNodeBox({ loadMs: 1000, callMs: 1000 });
afterAll(() => box.close());

async function outcomeOf(source: string, asksForItems = true) {
  const loaded = await box.load({ source: `export ${source}`, file: "a.ts" });
  expect(loaded.kind).toBe("loaded");
  const [outcome] = await box.call([{ fn: "f", args: [], asksForItems }]);
  return outcome!.kind === "returned" ? outcome!.value : outcome!;
}

describe("what gives its items one by one", () => {
  it.each([
    [
      "a generator",
      "function* f() { yield [1, 2]; yield { X: [[3]] }; }",
      "a generator",
      [[1, 2], { X: [[3]] }],
    ],
    ["a Map", "const f = () => new Map([[1, 2]]);", "an instance of Map", [[1, 2]]],
    ["a Set", "const f = () => new Set(['a', true]);", "an instance of Set", ["a", true]],
    [
      "a class",
      "class Loader { *[Symbol.iterator]() { yield 1; } } export const f = () => new Loader();",
      "an instance of Loader",
      [1],
    ],
    [
      "an object with a method",
      "const f = () => ({ [Symbol.iterator]: () => [7][Symbol.iterator]() });",
      "an object",
      [7],
    ],
    ["a typed array", "const f = () => new Float64Array([1, 2]);", "a Float64Array", [1, 2]],
    [
      "one within another",
      "function* f() { yield (function* () { yield 1; })(); }",
      "a generator",
      [{ iterable: "a generator", items: [1], ends: true }],
    ],
    ["nothing", "function* f() {}", "a generator", []],
  ])("is read: %s", async (_, source, iterable, items) => {
    expect(await outcomeOf(source)).toEqual({ iterable, items, ends: true });
  });

  it("stays a list where it is one", async () => {
    expect(await outcomeOf("const f = () => [1, [2, 3], 'a'];")).toEqual([1, [2, 3], "a"]);
  });

  it("is named, and not read, where nobody asks for items", async () => {
    expect(await outcomeOf("function* f() { while (true) yield 1; }", false)).toEqual({
      foreign: "a generator",
    });
    expect(await outcomeOf("const f = () => [1, (function* () {})()];", false)).toEqual([
      1,
      { foreign: "a generator" },
    ]);
  });

  it("is known not to end", async () => {
    const endless = { iterable: "a generator", items: [], ends: false };
    expect(await outcomeOf("function* f() { for (let i = 0; ; i++) yield [i, i]; }")).toEqual(endless);
    expect(await outcomeOf(`function* f() { for (let i = 0; i <= ${limit.items}; i++) yield i; }`)).toEqual(
      endless,
    );
    expect(
      await outcomeOf(`function* f() { for (let i = 0; i < ${limit.items}; i++) yield i; }`),
    ).toMatchObject({ ends: true });
    expect(
      await outcomeOf("const f = () => [1, { X: (function* () { while (true) yield 1; })() }];"),
    ).toEqual([1, { X: endless }]);
  });

  it.each([
    [
      "throws in the middle",
      "function* f() { yield 1; throw new RangeError('no more'); }",
      { kind: "threw", message: "RangeError: no more", line: 1 },
    ],
    ["hangs in the middle", "function* f() { yield 1; while (true); }", { kind: "timeout" }],
    [
      "throws where it begins",
      "const f = () => ({ get [Symbol.iterator]() { throw new Error('a getter'); } });",
      { kind: "threw", message: "Error: a getter" },
    ],
    ["gives no iterator", "const f = () => ({ [Symbol.iterator]: () => 5 });", { kind: "threw" }],
    [
      "gives no { done, value }",
      "const f = () => ({ [Symbol.iterator]: () => ({ next: () => 5 }) });",
      { kind: "threw", message: expect.stringContaining("gives { done, value }, this one gives a number") },
    ],
    [
      "has a next that is none",
      "const f = () => ({ [Symbol.iterator]: () => ({ next: 1 }) });",
      { kind: "threw" },
    ],
  ])("that %s", async (_, source, expected) => {
    expect(await outcomeOf(source)).toMatchObject(expected);
  });

  it.each([
    [
      "large items without end",
      "function* f() { while (true) yield new Array(100_000).fill(1); }",
      { foreign: "too large" },
    ],
    [
      "itself within itself",
      "const f = () => { const a = { *[Symbol.iterator]() { yield a; } }; return a; };",
      expect.anything(),
    ],
    [
      "getters for values",
      "const f = () => { let n = 0; return { [Symbol.iterator]: () => ({ next: () => ({ get done() { return n++ > 3; }, get value() { return n; } }) }) }; };",
      { iterable: "an object", items: [1, 2, 3, 4], ends: true },
    ],
    [
      "iterators of arrays replaced",
      "const f = () => { Array.prototype[Symbol.iterator] = function* () { while (true) yield 9; }; return [1, 2]; };",
      [1, 2],
    ],
    ["a proxy of a list", "const f = () => new Proxy([1, 2], {});", [1, 2]],
    [
      "a list that grows while it is read",
      "const f = () => { const list = [1, 2]; Object.defineProperty(list, 0, { get() { list.push(9); return 1; } }); return list; };",
      [1, 2],
    ],
    [
      "a list that shrinks while it is read",
      "const f = () => { const list = [1, 2, 3]; Object.defineProperty(list, 0, { configurable: true, get() { list.length = 2; return 1; } }); return list; };",
      [1, 2, { foreign: "undefined" }],
    ],
  ])("is harmless: %s", async (_, source, expected) => {
    expect(await outcomeOf(source)).toEqual(expected);
  });

  it("is the same at a second call, or told apart", async () => {
    await box.load({
      source: "let n = 0; export function* f() { yield 1; } export function* g() { yield n++; }",
      file: "a.ts",
    });
    const [same, other] = await box.call([
      { fn: "f", args: [], twice: true, asksForItems: true },
      { fn: "g", args: [], twice: true, asksForItems: true },
    ]);
    expect(same).not.toHaveProperty("again");
    expect(other).toMatchObject({ again: { items: [1] } });
  });

  it("is seen to change what it was handed, though it runs late", async () => {
    await box.load({ source: "export function* f(x) { x[0] = 5; yield x[0]; }", file: "a.ts" });
    const [outcome] = await box.call([{ fn: "f", args: [[1]], asksForItems: true }]);
    expect(outcome).toMatchObject({ changed: [0], value: { items: [5] } });
  });
});

describe("a text", () => {
  it("of ten million characters is named", async () => {
    expect(await outcomeOf("const f = () => 'x'.repeat(10_000_000);")).toEqual({
      foreign: "a string of 10000000 characters",
    });
    expect(await outcomeOf("const f = () => ['x'.repeat(1e7), 1];")).toEqual([
      { foreign: "a string of 10000000 characters" },
      1,
    ]);
  });

  it("is no marker of ours, whatever field it is in", async () => {
    const source =
      "const f = () => ({ foreign: 'a number', fn: 'square', iterable: 'all', items: [1], ends: true });";
    expect(await outcomeOf(source)).toEqual({
      foreign: { foreign: "a string" },
      fn: { foreign: "a string" },
      iterable: { foreign: "a string" },
      items: [1],
      ends: true,
    });
  });

  it("crosses whatever a submission has made of texts", async () => {
    const source =
      "const f = () => { String.prototype.charCodeAt = () => 0; String.fromCharCode = () => 'x'; return 'abc'; };";
    expect(await outcomeOf(source)).toBe("abc");
  });

  it("may be an argument that is looked at afterwards", async () => {
    await box.load({
      source: "export const f = (r) => { r.name = 'b'; r.on = !r.on; return r.name; };",
      file: "a.ts",
    });
    const [outcome] = await box.call([{ fn: "f", args: [{ name: "a", on: true }] }]);
    expect(outcome).toMatchObject({ value: "b", changed: [0] });
  });
});
