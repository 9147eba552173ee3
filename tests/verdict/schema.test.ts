import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { toJson } from "../../grader/verdict/to-json.ts";
import {
  check,
  failing,
  syntaxError,
  verdictOf,
  wrongDerivative,
  wrongGradient,
  wrongMatrix,
} from "./findings.ts";

const file = new URL("../../grader/verdict/verdict.schema.json", import.meta.url);
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(file, "utf8")),
);
const full = verdictOf([
  check("f", "contract"),
  check("f", "law", { status: "skipped", points: 0, reason: "waits for value" }),
  failing("f", wrongGradient),
  failing("g", { ...wrongMatrix, yours: [Number.NaN, -0, Infinity, true, { foreign: "a string" }] }),
  failing("h", { ...wrongDerivative, numerical: Number.NaN, errorBar: Infinity }),
  failing("i", syntaxError),
]);

test("a verdict as JSON is what the schema describes", () => {
  const data: unknown = JSON.parse(JSON.stringify(toJson(full)));
  validate(data);
  expect(validate.errors).toBe(null);
});

test("numbers that JSON cannot write come as strings", () => {
  const text = JSON.stringify(toJson(full));
  expect(text).toContain('"yours":["NaN","-0","Infinity",true,{"foreign":"a string"}]');
  expect(text).toContain('"numerical":"NaN","errorBar":"Infinity"');
});

test.each([
  ["an unknown field", { extra: 1 }],
  ["points that are not whole", { score: 1.5 }],
  ["a status of its own", { status: "passed" }],
  ["a seed out of range", { seed: 2 ** 32 }],
  ["another version", { schema: "chainrule/verdict@2" }],
])("the schema refuses %s", (_, change) => {
  expect(validate({ ...(toJson(full) as object), ...change })).toBe(false);
});
