/** What holds of every verdict, whatever was handed in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { renderTerminal } from "../grader/verdict/render-terminal.ts";
import { toJson } from "../grader/verdict/to-json.ts";
import type { Verdict } from "../grader/verdict/verdict.ts";
import { widthOf } from "../grader/verdict/width.ts";
import { repository } from "./box/fixtures.ts";

const schema: object = JSON.parse(
  readFileSync(join(repository, "grader/verdict/verdict.schema.json"), "utf8"),
);
const validate = new Ajv2020({ strictRequired: false }).compile(schema);

/** Holds parsed JSON against the verdict's schema. */
export function expectValid(json: unknown): void {
  validate(json);
  expect(validate.errors).toBe(null);
}

/** It fits its schema, a hundred kilobytes and any terminal, and steers neither a terminal nor a workflow. */
export function expectSound(verdict: Verdict): void {
  const json = JSON.stringify(toJson(verdict));
  expectValid(JSON.parse(json));
  expect(json.length).toBeLessThan(100_000);
  for (const columns of [40, 80]) {
    const page = renderTerminal(verdict, { columns });
    const lines = page.split("\n");
    expect(page).not.toMatch(/[^\P{C}\n]|^\s*(::|##\[)/mu);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
    expect(lines.length).toBeLessThan(150);
  }
}
