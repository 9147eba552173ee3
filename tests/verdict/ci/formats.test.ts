import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ciFormats, formatFor } from "../../../grader/verdict/ci/index.ts";
import { tally } from "../../../grader/verdict/ci/tally.ts";
import { notGraded } from "../../../grader/verdict/not-graded.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { schemas } from "./schemas.ts";
import { anyVerdicts, gradedVerdicts, meta, nasty, partly, right, unjudged } from "./verdicts.ts";
import { type Element, parseXml } from "./xml.ts";

const ajv = new Ajv({ allowUnionTypes: true });
const write = (name: string, verdicts: readonly Verdict[]): string => formatFor(name)!(verdicts, meta).stdout;
const decoded = (stdout: string): string => Buffer.from(stdout, "base64").toString("utf8");
/** What the consumer parses. */
const payload = (name: string, verdicts: readonly Verdict[]): string =>
  name === "github-classroom" ? decoded(write(name, verdicts)) : write(name, verdicts);
const parsed = (name: string, verdicts: readonly Verdict[]) => JSON.parse(payload(name, verdicts));

const isText = (name: string): boolean => name === "junit" || name === "editor";
const jsonFormats = ciFormats.filter((name) => !isText(name));
const command = /(?:^|[\r\n\u2028\u2029])\s*::|##\[/;

describe.each(ciFormats)("%s", (name) => {
  test("is what its golden file says", async () => {
    const text = payload(name, [right, partly]);
    const shown = isText(name) ? text : `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
    await expect(shown).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test("carries no workflow command, whatever a submission wrote", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        expect(write(name, verdicts)).not.toMatch(command);
        if (name === "json" || write(name, verdicts) === "") return;
        const said: string[] = [];
        // Only what a consumer prints is text of ours; the json format hands data on as they are.
        if (name === "junit") texts(parseXml(payload(name, verdicts)), said);
        else if (name === "editor") said.push(...payload(name, verdicts).split("\n"));
        else strings(parsed(name, verdicts), said);
        for (const text of said) {
          expect(text).not.toMatch(/::|##\[/);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
          expect(text).toBe(Buffer.from(text, "utf8").toString("utf8"));
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});

function strings(value: unknown, into: string[]): void {
  if (typeof value === "string") into.push(value);
  else if (typeof value === "object" && value !== null)
    for (const each of Object.values(value)) strings(each, into);
}

function texts(element: Element, into: string[]): void {
  into.push(element.text, ...Object.values(element.attributes));
  for (const child of element.children) texts(child, into);
}

describe.each(jsonFormats)("%s", (name) => {
  test("holds to its consumer's schema on arbitrary verdicts", () => {
    const valid = ajv.compile(schemas[name]!);
    fc.assert(
      fc.property(gradedVerdicts, (verdicts) => {
        const stdout = write(name, verdicts);
        expect(stdout.endsWith("\n")).toBe(true);
        expect(stdout.trimEnd()).not.toContain("\n");
        expect(valid(parsed(name, verdicts)), JSON.stringify(valid.errors)).toBe(true);
      }),
      { seed: 12, numRuns: 150 },
    );
  });
});

describe("points", () => {
  const text = fc.constantFrom("plain", "other");

  test("are the same whatever the texts of a verdict say", () => {
    fc.assert(
      fc.property(anyVerdicts, nasty, text, (verdicts, a, b) => {
        const with_ = (said: string): Verdict[] =>
          verdicts.map((verdict) => ({
            ...verdict,
            title: said,
            output: said,
            checks: verdict.checks.map((check) => ({ ...check, title: said, reason: said })),
          }));
        const one = tally(with_(a));
        const other = tally(with_(b));
        expect([one.score, one.maxScore, one.status]).toEqual([other.score, other.maxScore, other.status]);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  test("agree in every format and never exceed the verdicts' own", () => {
    fc.assert(
      fc.property(gradedVerdicts, (verdicts) => {
        const { score, maxScore, status } = tally(verdicts);
        const own = verdicts.reduce((sum, v) => sum + (v.score > 0 ? Math.min(v.score, 1e6) : 0), 0);
        expect(score).toBeLessThanOrEqual(Number.isFinite(own) ? own : Infinity);
        expect(score).toBeLessThanOrEqual(maxScore);
        const github = parsed("github-classroom", verdicts);
        expect([github.max_score, github.status]).toEqual([maxScore, status]);
        const sum = (tests: { score: number }[]): number =>
          tests.reduce((total, each) => total + each.score, 0);
        expect(sum(github.tests)).toBe(score);
        expect(parsed("classroom50", verdicts).score).toBe(score);
        expect(sum(parsed("classroom50", verdicts).tests)).toBe(score);
        expect(parsed("gradescope", verdicts).score).toBe(score);
        expect(parsed("json", verdicts).score).toBe(score);
        const xml = parseXml(write("junit", verdicts));
        const scores = xml.children.map((suite) => Number(suite.children[0]!.children[0]!.attributes.value));
        expect(scores.reduce((a, b) => a + b, 0)).toBe(score);
      }),
      { seed: 14, numRuns: 150 },
    );
  });

  test("of checks that did not run are lost, and the verdict is no pass", () => {
    const [row] = tally([{ ...right, checks: right.checks.slice(0, 1) }]).rows.slice(-1);
    expect(row).toMatchObject({ status: "error", score: 0, maxScore: 2 });
    expect(tally([{ ...right, checks: right.checks.slice(0, 1) }]).status).toBe("fail");
  });
});

describe("a run in which an exercise was not judged", () => {
  const run = [right, partly, unjudged];
  const says = "Not graded, which is no fault of the student. ex33: the box did not start";

  test("says so in the way of each format, and gives no score", () => {
    expect(parsed("github-classroom", run)).toEqual({
      version: 1,
      status: "error",
      // The reporter leaves a total of 0 points out; 0 of 24 would be a grade.
      max_score: 0,
      tests: [
        {
          name: "not graded",
          status: "error",
          score: 0,
          message: says,
          test_code: "",
          filename: "",
          line_no: 0,
          duration: 0,
        },
      ],
    });
    expect(write("classroom50", run)).toBe("");
    expect(parsed("gradescope", run)).toEqual({ output: says, output_format: "text", visibility: "visible" });
    expect(parsed("exercism", run)).toEqual({ version: 3, status: "error", message: says, tests: [] });
    expect(parsed("prairielearn", run)).toEqual({ gradable: false, message: says, output: "" });
    expect(parsed("json", run)).toMatchObject({ status: "error", error: says });
    expect(parsed("json", run)).not.toHaveProperty("score");
    const [first, , last] = parseXml(write("junit", run)).children;
    expect(first!.children[0]!.children[0]!.attributes).toEqual({ name: "score", value: "4" });
    expect(last!.attributes).toMatchObject({ tests: "1", errors: "1" });
    expect(last!.children[0]!.children[0]!.attributes).toMatchObject({ type: "not-judged" });
    expect(write("junit", run).match(/"score"/g)).toHaveLength(2);
  });

  test("names each reason once, with the exercises that it stopped", () => {
    const again = { ...unjudged, exercise: "ex41-softmax" };
    expect(notGraded([unjudged, right, again])).toBe(
      "Not graded, which is no fault of the student. ex33, ex41: the box did not start",
    );
  });

  test("has no score in any format, whatever a submission wrote, and no more has a run of nothing (seed 17)", () => {
    const scored = /"(?:score|maxScore|max-score)":|name="score"/;
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const spoilt = [...verdicts, { ...unjudged, error: '"score":1' }];
        for (const all of [spoilt, []])
          for (const name of ["classroom50", "gradescope", "exercism", "prairielearn"])
            expect(payload(name, all).replaceAll('\\"', ""), name).not.toMatch(scored);
        expect(parsed("github-classroom", spoilt).max_score).toBe(0);
      }),
      { seed: 17, numRuns: 100 },
    );
  });
});

describe("github-classroom", () => {
  test("has one test a point, so that passed tests and scores add up to the same", () => {
    const { tests, max_score } = parsed("github-classroom", [right, partly]);
    expect(tests).toHaveLength(max_score);
    expect(tests.filter((each: { status: string }) => each.status === "pass")).toHaveLength(7);
  });

  test("says why a function earned nothing, where the check that broke is worth no points itself", () => {
    const [, , contract, value] = partly.checks;
    const checks = [{ ...contract!, maxPoints: 0 }, value!];
    const { tests, max_score } = parsed("github-classroom", [{ ...partly, score: 0, maxScore: 4, checks }]);
    expect([tests.length, max_score]).toEqual([4, 4]);
    expect(tests[0]).toMatchObject({
      name: "ex10 mseLossDb value 1/4",
      status: "error",
      score: 0,
      line_no: 12,
    });
    expect(tests[0].message).toContain("TOO SLOW");
  });

  test("has one test a check above 200 points", () => {
    const many = Array.from({ length: 60 }, () => right);
    expect(parsed("github-classroom", many).tests).toHaveLength(120);
  });

  test("stays below 98 kB for a whole course of wrong answers, and cuts no character in two", () => {
    const long = { ...partly, checks: partly.checks.map((each) => wordy(each)) };
    for (const count of [1, 13, 73, 600]) {
      const text = payload(
        "github-classroom",
        Array.from({ length: count }, () => long),
      );
      expect(Buffer.byteLength(text)).toBeLessThan(98_000);
      expect(text).not.toContain("\ufffd");
      const { tests } = JSON.parse(text);
      expect(tests.reduce((sum: number, each: { score: number }) => sum + each.score, 0)).toBe(3 * count);
    }
  });
});

const wordy = (check: Verdict["checks"][number]): Verdict["checks"][number] =>
  check.finding === undefined
    ? check
    : { ...check, finding: { ...check.finding, message: "😀∂".repeat(5000) } };

describe("prairielearn", () => {
  test("takes no attempt away for a fault of the judge, and one for a wrong answer", () => {
    expect(parsed("prairielearn", [unjudged])).toMatchObject({ gradable: false });
    expect(parsed("prairielearn", [partly])).toMatchObject({ gradable: true, score: 0.3 });
  });
});

describe("junit", () => {
  test("calls a wrong answer a failure and a time-out an error", () => {
    const suite = parseXml(write("junit", [partly])).children[0]!;
    expect(suite.attributes).toMatchObject({ tests: "4", failures: "1", errors: "1", skipped: "1" });
  });
});
