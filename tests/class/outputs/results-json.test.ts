import { Ajv2020 } from "ajv/dist/2020.js";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import classSchema from "../../../grader/class/results.schema.json" with { type: "json" };
import type { ClassResults } from "../../../grader/class/results.ts";
import verdictSchema from "../../../grader/verdict/verdict.schema.json" with { type: "json" };
import { madeResults } from "./made-results.ts";

const small = (roster?: "canvas" | "moodle" | "simple"): ClassResults =>
  madeResults({ seed: 5, students: 6, exercises: 3, ...(roster === undefined ? {} : { roster }) });
const textOf = (results: ClassResults, file: string): string => outputFiles(results).get(file);
const _rowsOf = (csv: string): string[][] =>
  papaparse.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
const _dataIn = (report: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(report)![1]!);

describe("results.json", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  ajv.addSchema(verdictSchema);
  const valid = ajv.compile(classSchema);

  test.each([undefined, "canvas", "moodle", "simple"] as const)(
    "is what its schema describes (%s)",
    (roster) => {
      const results = madeResults({ seed: 3, students: 40, exercises: 5, ...(roster && { roster }) });
      valid(JSON.parse(textOf(results, "results.json")));
      expect(valid.errors).toBe(null);
    },
  );

  test("writes the numbers that JSON lacks as texts", () => {
    const results = small();
    const [first, ...others] = results.students;
    const [exercise] = first!.exercises;
    const check = { ...exercise!.verdict!.checks[0]!, status: "fail", points: 0 } as const;
    const finding = {
      code: "not-finite",
      title: "NOT FINITE",
      message: "",
      replay: "",
      yours: [Number.NaN, -0],
    } as const;
    const verdict = { ...exercise!.verdict!, checks: [{ ...check, finding }] };
    const odd = { ...first!, exercises: [{ ...exercise!, verdict }, ...first!.exercises.slice(1)] };
    const text = textOf({ ...results, students: [odd, ...others] }, "results.json");
    expect(text).toContain('"yours":["NaN","-0"]');
    valid(JSON.parse(text));
    expect(valid.errors).toBe(null);
  });

  test("refuses what is none", () => {
    expect(valid({ ...JSON.parse(textOf(small(), "results.json")), seed: "x" })).toBe(false);
  });
});
