/** Texts, booleans and what gives its items one by one, as the judge takes, compares and prints them. */
import { expect, it } from "vitest";
import type { CallOutcome } from "../../grader/box/box.ts";
import { jsonOf, verdictFrom } from "../../grader/class/run/verdict-text.ts";
import type { ExerciseSpec } from "../../grader/exercise/exercise.ts";
import {
  args,
  claim,
  equal,
  exercise,
  iterable,
  list,
  optional,
  record,
  scalar,
  text,
  truth,
  vector,
} from "../../grader/exercise/form.ts";
import { equal as same } from "../../grader/exercise/relations.ts";
import { record as recordType, type Type } from "../../grader/exercise/types.ts";
import { conform } from "../../grader/judge/conform.ts";
import { clip } from "../../grader/judge/finding.ts";
import { grade } from "../../grader/judge/grade.ts";
import type { Returned } from "../../grader/value.ts";
import { printInline } from "../../grader/verdict/print-value.ts";
import { renderTerminal } from "../../grader/verdict/render-terminal.ts";
import { functionBox } from "./function-box.ts";

const file = { file: "a.ts", source: "", sha256: "" };
const words = args(
  {
    name: text("a name", { choices: ["weight", "bias", "é\u202e"] }),
    layer: scalar("a layer", { domain: "integer" }),
    short: optional(truth("whether it is short"), false),
  },
  {},
);
const keyOf = words.answer({
  says: "the key",
  returns: record(
    {
      key: text("its key", { choices: ["a", "b", "c"] }),
      isBias: truth("whether it is a bias"),
      at: scalar("the layer"),
    },
    "what is known",
  ),
  is: (_, { name, layer, short }) =>
    ({ key: short ? name : `layer${layer}.${name}`, isBias: name === "bias", at: layer }) as never,
  example: { name: "bias", layer: 2, short: undefined },
  edges: { "no name": { given: { name: "", layer: 0, short: false }, says: "The key ends in a dot." } },
  laws: {
    "a short key is the name": (f, { name }) => equal(f({ short: true }).key as never, name),
    "the key tells the name": (f, { name }) => claim(`${f().key}`.endsWith(name), "ends in the name"),
  },
  mistakes: {
    "layer-forgotten": {
      is: ({ name, layer }) => ({ key: name, isBias: name === "bias", at: layer }),
      step: 1,
      says: "The layer is missing.",
    },
    "bias-denied": {
      is: ({ right }) => ({ ...(right as object), isBias: false }) as never,
      step: 1,
      says: "No key is that of a bias.",
    },
  },
});
const counts = args({ y: vector("n", "numbers") }).answer({
  says: "pairs",
  returns: iterable(list(scalar("a number"), "2", "a pair"), "m", "pairs of neighbours"),
  is: ({ y }) => y.slice(1).map((b, i) => [y[i]!, b]),
});
const spec: ExerciseSpec = exercise({
  title: "t",
  unit: 10,
  source: "s",
  requires: [],
  derivation: "d",
  minutes: 20,
  functions: { keyOf, counts },
  hints: ["a", "b", "c"],
});
const course = { ...spec, slug: "ex90-keys" };

type Key = (name: string, layer: number, short?: boolean) => unknown;
const right: Key = (name, layer, short) => ({
  key: short ? name : `layer${layer}.${name}`,
  isBias: name === "bias",
  at: layer,
});
const pairs = (y: number[]): number[][] => y.slice(1).map((b, i) => [y[i]!, b]);

const graded = (keys: Key, neighbours: (y: number[]) => unknown = pairs) =>
  grade(course, file, functionBox({ keyOf: keys, counts: neighbours } as never), { seed: 5 });
const findingOf = async (keys: Key, neighbours?: (y: number[]) => unknown) => {
  const { checks, error } = await graded(keys, neighbours);
  expect(error).toBeUndefined();
  return checks.find(({ finding }) => finding !== undefined)?.finding;
};

it("passes right texts and booleans", async () => {
  expect(await graded(right)).toMatchObject({ status: "pass", score: 20 });
});

it.each<[string, Key, object]>([
  [
    "another text, by its mistake",
    (name, layer) => ({ ...(right(name, layer) as object), key: name }),
    { code: "wrong-value", mistake: "layer-forgotten", at: ".key" },
  ],
  [
    "another boolean",
    (name, layer, short) => ({ ...(right(name, layer, short) as object), isBias: false }),
    { code: "wrong-value", mistake: "bias-denied", at: ".isBias" },
  ],
  [
    "a space more",
    (name, layer, short) => ({
      ...(right(name, layer, short) as object),
      key: `${(right(name, layer, short) as { key: string }).key} `,
    }),
    { code: "wrong-value", at: ".key", message: expect.stringContaining('key should be "') },
  ],
  [
    "0.1 % beside right texts",
    (name, layer, short) => ({ ...(right(name, layer, short) as object), at: layer * 1.001 }),
    { code: "wrong-value", at: ".at" },
  ],
  [
    "a number for a text",
    (name, layer, short) => ({ ...(right(name, layer, short) as object), key: 5 }),
    { code: "wrong-type", message: "key should be a string; it is a number." },
  ],
  [
    "a text for a boolean",
    (name, layer, short) => ({ ...(right(name, layer, short) as object), isBias: "no" }),
    { code: "wrong-type", message: "isBias should be true or false; it is a string." },
  ],
  [
    "a number for a boolean",
    (name, layer, short) => ({ ...(right(name, layer, short) as object), isBias: 1 }),
    { code: "wrong-type", message: "isBias should be true or false; it is a number." },
  ],
])("tells %s", async (_, keys, expected) => {
  expect(await findingOf(keys)).toMatchObject(expected);
});

it("says what was wanted and what came, in the terminal too, without its directions", async () => {
  const verdict = await graded((name, layer) => ({
    ...(right(name, layer) as object),
    key: `${name}\u202e`,
  }));
  const page = renderTerminal(verdict, { columns: 80, colour: false, unicode: true } as never);
  expect(page).toMatch(/yours .*key: "/);
  expect(page).toMatch(/expected .*key: "layer/);
  expect(page).not.toContain("\u202e");
});

it.each<[string, Returned, string]>([
  [
    "an endless one",
    { iterable: "a generator", items: [], ends: false },
    "The result does not end: it still gives more after 1000 items.",
  ],
  [
    "too few",
    { iterable: "a generator", items: [[1, 2]], ends: true },
    "The result has 1 entry; expected 3.",
  ],
  [
    "a wrong item",
    { iterable: "a generator", items: [[1, 2], 5, [3, 4]], ends: true },
    "The entry [1] should be a list; it is a number.",
  ],
  [
    "something else",
    { foreign: "an instance of Loader" },
    "The result should be a list, or something that `for … of` can loop over; it is an instance of Loader.",
  ],
  ["a number", 5, "The result should be a list, or something that `for … of` can loop over; it is a number."],
])("says of what gives its items one by one: %s", (_, returned, message) => {
  const type: Type = {
    kind: "iterable",
    of: { kind: "list", of: { kind: "tensor", shape: "", domain: "real" }, length: "2" },
    length: "3",
  };
  expect(conform(type, returned, {})).toMatchObject({ broken: { message } });
});

it.each<[Type, Returned, string]>([
  [
    { kind: "tensor", shape: "n d", domain: "real" },
    { iterable: "a generator", items: [[1]], ends: true },
    "The result should be a matrix (number[][]); it is a generator.",
  ],
  [
    { kind: "tensor", shape: "n d", domain: "real" },
    { foreign: "a generator" },
    "The result should be a matrix (number[][]); it is a generator.",
  ],
  [{ kind: "tensor", shape: "", domain: "real" }, "5", "The result should be a number; it is a string."],
  [
    recordType({ W: { kind: "text" } }),
    { iterable: "an instance of Map", items: [], ends: true },
    "The result should be an object { W }; it is an instance of Map.",
  ],
  [
    { kind: "tensor", shape: "n", domain: "real" },
    [1, "2"],
    "The entry [1] should be a number; it is a string.",
  ],
])("names it where something else is wanted", (type, returned, message) => {
  expect(conform(type, returned, { n: 2 })).toMatchObject({ broken: { message } });
});

it("takes another length than the right answer's for what it is", async () => {
  expect(await findingOf(right, (y) => pairs(y).slice(1))).toMatchObject({
    code: "wrong-shape",
    message: expect.stringMatching(/^The result has \d+ entr(y|ies); expected \d+\./),
  });
  expect(
    await findingOf(right, (y) => pairs(y).map((pair, i) => (i === 0 ? [...pair, 0] : pair))),
  ).toMatchObject({ code: "wrong-shape" });
});

it("holds texts in laws", () => {
  expect(same(["a", 1] as never, ["a", 1] as never).holds).toBe(true);
  expect(same(["a", 1] as never, ["b", 1] as never).holds).toBe(false);
  expect(same({ on: true } as never, { on: false } as never).holds).toBe(false);
});

it("prints texts as code, and long ones cut", () => {
  expect(printInline(['a"b', "\n\u0000", "\ud800", true])).toBe('["a\\"b", "\\n\\u0000", "\\ud800", true]');
  expect(clip("x".repeat(3000))).toEqual({ foreign: `"${"x".repeat(2000)}" … 1000 more characters` });
  expect(clip({ iterable: "a generator", items: [1, 2], ends: true })).toEqual({
    foreign: "a generator of 2",
  });
  expect(clip({ iterable: "a generator", items: [], ends: false })).toEqual({
    foreign: "a generator without end",
  });
});

it("survives being written down and read", async () => {
  const verdict = await graded((name) => ({ key: name, isBias: true, at: Number.NaN }));
  expect(verdictFrom(JSON.parse(jsonOf(verdict)))).toEqual(verdict);
});

it("refuses a generator where a record or pairs are wanted, and does not break", async () => {
  const outcome: CallOutcome = {
    kind: "returned",
    value: { iterable: "a generator", items: [], ends: true },
    changed: [],
  };
  const box = {
    ...functionBox({ keyOf: right, counts: pairs } as never),
    call: async (calls: readonly unknown[]) => calls.map(() => outcome),
  };
  expect((await grade(course, file, box as never, { seed: 5 })).status).toBe("fail");
});
