/** What the task of a student's repository reads: each finding in one line that its problem matcher understands. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editor } from "../../../grader/verdict/ci/editor.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { check, failing, verdictOf, wrongGradient } from "../findings.ts";
import { anyVerdicts, meta } from "./verdicts.ts";

const { tasks } = JSON.parse(readFileSync("grader/class/student/vscode-tasks.json", "utf8")) as {
  tasks: readonly { readonly problemMatcher: { readonly pattern: { readonly regexp: string } } }[];
};
const matcher = new RegExp(tasks[0]!.problemMatcher.pattern.regexp);
const lines = (verdicts: readonly Verdict[]): readonly string[] =>
  editor(verdicts, meta).stdout.trimEnd().split("\n");

const file = "exercises/ex10-mse-gradients/mse-gradients.ts";

describe("findings for an editor", () => {
  it("stand at the line that is meant, and else where the function is declared", () => {
    const placed = failing("f", { ...wrongGradient, line: 12, column: 5 });
    const elsewhere = { ...failing("g", { ...wrongGradient, message: "Another." }), line: 30 };
    const found = lines([verdictOf([placed, elsewhere], { file })]).map((line) => matcher.exec(line));
    expect(found.slice(0, 2).map((match) => match?.slice(1, 5))).toEqual([
      [file, "12", "5", "error"],
      [file, "30", "1", "error"],
    ]);
    expect(found[0]?.[5]).toMatch(
      /^WRONG GRADIENT f: This is the formula .* At mseLossDw.*: yours 3\.125, expected -1\.5625\. Read /,
    );
    expect(found[2]).toBeNull();
  });

  it("end with the points, and say nothing else of what passed", () => {
    expect(lines([verdictOf([check("f", "value")], { file })])).toEqual(["1 of 1 points"]);
  });

  it("are one line each, whatever a submission wrote", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const all = lines(verdicts);
        for (const line of all.slice(0, -1)) expect(line).toMatch(matcher);
        expect(all[all.length - 1]).not.toMatch(matcher);
      }),
      { seed: 13, numRuns: 150 },
    );
  });
});
