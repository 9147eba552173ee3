import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { marked } from "marked";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tellActions } from "../../../grader/cli/grade/actions.ts";
import { annotations } from "../../../grader/verdict/ci/annotations.ts";
import { formatFor } from "../../../grader/verdict/ci/index.ts";
import { stepSummary } from "../../../grader/verdict/ci/step-summary.ts";
import { anyVerdicts, meta, nasty, partly, right, unjudged } from "./verdicts.ts";

/** As GitHub's runner reads a line of the log. */
const command = /^::([^ :]+)(?: (.*?))?::(.*)$/;

describe("annotations", () => {
  test("are what their golden file says", async () => {
    await expect(annotations([right, partly, unjudged])).toMatchFileSnapshot("golden/annotations.txt");
  });

  test("point to the student's line", () => {
    expect(annotations([partly])).toContain(
      "::error file=exercises/ex10-mse-gradients/mse-gradients.ts,line=12,title=TOO SLOW mseLossDb::",
    );
  });

  test("are at most ten errors, one a line, whatever a student wrote (seed 15)", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const text = annotations([...verdicts, ...verdicts, ...verdicts]);
        const lines = text.split("\n");
        expect(lines.pop()).toBe("");
        expect(lines.length).toBeLessThanOrEqual(10);
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\u2028\u2029\u0085]/);
          const [, name, properties = "", said = ""] = command.exec(line)!;
          expect(name).toBe("error");
          const names = properties.split(",").map((each) => each.split("=", 1)[0]);
          expect(names.join()).toMatch(/^(?:file,(?:line,)?)?title$/);
          expect(said).not.toContain("::");
        }
      }),
      { seed: 15, numRuns: 200 },
    );
  });

  test("say the first thing of each exercise before the second of any", () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ ...partly, file: `f${i}.ts` }));
    const files = annotations(many).match(/file=f\d+/g)!;
    expect(new Set(files).size).toBe(10);
  });
});

describe("the step's summary", () => {
  test("is what its golden file says", async () => {
    await expect(stepSummary([right, partly, unjudged])).toMatchFileSnapshot("golden/step-summary.md");
  });

  test("has one table row for each exercise, whatever a student wrote, and no tag of the student's (seed 16)", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const page = marked.parse(stepSummary(verdicts), { gfm: true, async: false });
        expect(page.match(/<tr>/g) ?? []).toHaveLength(1 + verdicts.length);
        const tags = new Set((page.match(/<\/?[a-z0-9]+/g) ?? []).map((tag) => tag.replace(/^<\/?/, "")));
        for (const tag of tags)
          expect(["h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "pre"]).toContain(tag);
      }),
      { seed: 16, numRuns: 200 },
    );
  });

  test("stays below GitHub's limit of 1 MiB", () => {
    const wordy = partly.checks.map((check) =>
      check.finding === undefined
        ? check
        : { ...check, finding: { ...check.finding, message: "<😀&".repeat(4000) } },
    );
    const many = Array.from({ length: 400 }, () => ({ ...partly, title: "&".repeat(500), checks: wordy }));
    const text = stepSummary(many);
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text).toContain("## 1200 of 4000 points");
  });
});

describe("a run in GitHub Actions", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-actions-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (env: NodeJS.ProcessEnv, page: string, format = "github-classroom"): string => {
    const log: string[] = [];
    const verdicts = [right, partly];
    const result = formatFor(format)!(verdicts, meta).stdout;
    tellActions({ format, result, verdicts, page: () => page }, env, (text) => void log.push(text));
    return log.join("");
  };
  const all = (name: string): NodeJS.ProcessEnv => ({
    GITHUB_ACTIONS: "true",
    GITHUB_OUTPUT: join(folder, `${name}-output`),
    GITHUB_STEP_SUMMARY: join(folder, `${name}-summary`),
  });

  test("writes one output, which is the result, and one summary", () => {
    run(all("a"), "the board\n");
    const output = readFileSync(join(folder, "a-output"), "utf8");
    expect(output).toBe(`result=${formatFor("github-classroom")!([right, partly], meta).stdout}`);
    expect(output.match(/\n/g)).toHaveLength(1);
    expect(readFileSync(join(folder, "a-summary"), "utf8")).toBe(stepSummary([right, partly]));
  });

  test("switches commands off around the page, with another token each time (seed 17)", () => {
    const tokens = new Set<string>();
    fc.assert(
      fc.property(nasty, (page) => {
        const log = run({ GITHUB_ACTIONS: "true" }, page);
        const token = /^::stop-commands::(\S{36})\n/.exec(log)![1]!;
        const end = log.indexOf(`::${token}::\n`);
        expect(log.slice(0, end)).toContain(page);
        expect(log.slice(end + token.length + 5)).toBe(annotations([right, partly]));
        tokens.add(token);
      }),
      { seed: 17, numRuns: 50 },
    );
    expect(tokens.size).toBe(50);
  });

  test("says nothing of all this elsewhere", () => {
    expect(run({}, "the board")).toBe("");
  });

  test("writes no output for a format that has no reporter there", () => {
    run(all("b"), "", "junit");
    expect(() => readFileSync(join(folder, "b-output"))).toThrow(/ENOENT/);
  });

  test("names the variable whose file cannot be written", () => {
    expect(() => run({ GITHUB_STEP_SUMMARY: folder }, "")).toThrow(
      /GITHUB_STEP_SUMMARY: a file that can be written expected, got .* \(EISDIR\)/,
    );
  });
});
