/** Vectors and matrices by any names, as they come out of a box: what is read, and what is said of other things. */
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { conform, otherForm } from "../../grader/judge/conform.ts";
import type { Value } from "../../grader/value.ts";
import { lift, type Tracked } from "../../reference/numbers/tracked.ts";

const box = createNodeBox({ loadMs: 1000, callMs: 1000 });
afterAll(() => box.close());

const type = { kind: "tensors" } as const;

/** What a submission gives, held against the type: its value, or what is said of it. */
async function read(source: string): Promise<Value> {
  expect((await box.load({ source: `export ${source}`, file: "a.ts" })).kind).toBe("loaded");
  const [outcome] = await box.call([{ fn: "f", args: [] }]);
  if (outcome?.kind !== "returned") return outcome?.kind ?? "nothing";
  const conformed = conform(type, outcome.value, {});
  return "broken" in conformed ? conformed.broken.message : conformed.value;
}

describe("vectors and matrices by name", () => {
  it.each([
    [
      "const f = () => ({ W: [[1, 2], [3, 4]], b: [-0, 1] })",
      {
        W: [
          [1, 2],
          [3, 4],
        ],
        b: [-0, 1],
      },
    ],
    ["const f = () => ({})", {}],
    [
      "const f = () => ({ constructor: [1], toString: [2], 10: [3], 'a \"b\"': [4] })",
      Object.fromEntries([
        ["10", [3]],
        ["constructor", [1]],
        ["toString", [2]],
        ['a "b"', [4]],
      ]),
    ],
    ["const f = () => Object.assign(Object.create(null), { b: [1] })", { b: [1] }],
    // A field that no record has is no field of the answer, and no prototype of it.
    ['const f = () => JSON.parse(\'{"b": [1], "__proto__": [2]}\')', { b: [1] }],
  ])("are read: %s", async (source, value) => {
    const found = await read(source);
    expect(found).toEqual(value);
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
  });

  it.each([
    [
      "const f = () => [[1, 2]]",
      "The result should be an object of vectors and matrices; it is a 1 x 2 matrix.",
    ],
    [
      "const f = () => new Map([['b', [1]]])",
      "The result should be an object of vectors and matrices; it is an instance of Map.",
    ],
    ["const f = () => ({ b: 1 })", "b should be a vector (number[]); it is a number."],
    ["const f = () => ({ b: ['1'] })", "b[0] should be a number; it is a string."],
    [
      "const f = () => ({ b: new Float64Array(2) })",
      "b should be a vector (number[]); it is a Float64Array.",
    ],
    ["const f = () => ({ W: [[1], 2] })", "W[1] should be a vector (number[]); it is a number."],
    ["const f = () => ({ W: [[[1]]] })", "W[0] should be a vector (number[]); it is a 1 x 1 matrix."],
  ])("are not: %s", async (source, message) => {
    expect(await read(source)).toBe(message);
  });

  it.each<[Value, string]>([
    [{ b: [1, 2] }, "The object has no field W; expected { W, b }."],
    [
      { W: [[1, 2]], b: [1, 2], constructor: [1] },
      "The object has a field that nobody asked for, constructor; expected { W, b }.",
    ],
    [{ W: [1], b: [1, 2] }, "W should be a matrix (number[][]); it is a list of 1 entry."],
    [{ W: [[1, 2]], b: [[1], [2]] }, "b should be a vector (number[]); it is a 2 x 1 matrix."],
    [{ W: [[1]], b: [1, 2] }, "W[0] has 1 entry; expected 2."],
  ])("that are not those of the right answer are told: %j", (value, message) => {
    const expected = lift({ W: [[1, 2]], b: [1, 2] }) as Tracked;
    expect(otherForm(value, expected)?.message).toBe(message);
  });
});
