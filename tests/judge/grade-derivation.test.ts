/** The verdict on a derivation: a check a line, points, and what is told of it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { gradeDerivation } from "../../grader/judge/grade-derivation.ts";
import { isNotStarted } from "../../grader/verdict/not-started.ts";
import { renderTerminal } from "../../grader/verdict/render-terminal.ts";
import { toJson } from "../../grader/verdict/to-json.ts";
import schema from "../../grader/verdict/verdict.schema.json" with { type: "json" };
import { answerOf, derivation } from "../derivation/written/course.ts";

const tex = String.raw;
const { exercise, given } = await derivation("d06-mse-line");
const sha256 = (source: string): string => createHash("sha256").update(source).digest("hex");
const graded = (source: string, options: { isAgain?: boolean } = {}) =>
  gradeDerivation(
    exercise,
    () => given,
    { source, file: "derivation.md", sha256: sha256(source) },
    { seed: 4, ...options },
  );
const displayed = (...lines: string[]): string => lines.map((line) => `$$${line}$$\n`).join("\n");
const stub = readFileSync(new URL("../../exercises/d06-mse-line/derivation.md", import.meta.url), "utf8");

const OUTER = tex`dL/dw = \frac1n \sum_i 2 e_i \frac{d}{dw} e_i`;
const WRONG = tex`= \frac1n \sum_i 2 e_i x_i`;
const files = {
  right: answerOf("d06-mse-line"),
  stub,
  wrong: displayed(OUTER, WRONG, tex`= \frac2n \sum_i x_i e_i`),
  short: displayed(tex`dL/dw = -\frac2n \sum_i x_i e_i`),
  open: displayed(OUTER),
  unread: displayed(OUTER, "= q"),
  undecided: displayed(OUTER, tex`= \frac{dL}{dw} \frac{\sqrt{w}^2}{w}`),
  unmarked: "dL/dw = 2 \\frac{1}{n} x\n",
  nothing: "",
};

describe("a derivation's verdict", () => {
  it("follows the schema, and its points add up, whatever is handed in", () => {
    const valid = new Ajv2020({ allErrors: true }).compile(schema);
    for (const [name, source] of Object.entries(files)) {
      const verdict = graded(source);
      expect([name, valid(toJson(verdict)), valid.errors]).toEqual([name, true, null]);
      expect(verdict.checks.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(10);
      expect(new Set(verdict.checks.map(({ kind }) => kind))).toEqual(new Set(["line"]));
      expect(renderTerminal(verdict, { columns: 80 })).not.toMatch(/undefined|NaN|.{81}/);
    }
  });

  it("gives no points for a step in whose place a line is written otherwise", () => {
    const end = tex`= -\frac2n \sum_i x_i (y_i - w x_i - b)`;
    const verdict = graded(
      displayed(OUTER, end, tex`= -\frac2n (\sum_i x_i y_i - w \sum_i x_i^2 - b \sum_i x_i)`),
    );
    expect(verdict.status).toBe("fail");
    const way = verdict.checks.find(({ id }) => id === "way/line");
    expect(way).toMatchObject({ status: "fail", points: 0, maxPoints: 10 - verdict.score });
    expect(way?.maxPoints).toBeGreaterThan(0);
    expect(way?.finding?.message).toMatch(/^2 of 3 lines .* counts where it makes shorter what a rule gave/);
  });

  it("gives all points to a model answer, and none to what is not begun or jumps to the end", () => {
    const scores = Object.entries(files).map(([name, source]) => [
      name,
      graded(source).score,
      graded(source).status,
    ]);
    expect(Object.fromEntries(scores.map(([name, score]) => [name, score]))).toEqual({
      right: 10,
      stub: 0,
      wrong: 2,
      short: 3,
      open: 2,
      unread: 2,
      undecided: 2,
      unmarked: 0,
      nothing: 0,
    });
    expect(scores.filter(([, , status]) => status === "pass").map(([name]) => name)).toEqual(["right"]);
    expect(isNotStarted(graded(stub))).toBe(true);
  });

  it("tells one error once, at its line, with its slip; the page's step from the second try on", () => {
    const findings = (isAgain: boolean) =>
      graded(files.wrong, { isAgain }).checks.flatMap(({ finding }) => finding ?? []);
    const [only, ...more] = findings(false);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "wrong-value", line: 3, mistake: "sign-flipped", lineText: WRONG });
    expect(only?.message).toContain("the line before is −8, this one 8");
    expect([only?.read, findings(true)[0]?.read]).toEqual([undefined, "mse-line#step-3"]);
  });

  it("says of what it cannot decide that it cannot, and is no pass", () => {
    const check = graded(files.undecided).checks.find(({ status }) => status === "inconclusive");
    expect(check?.reason).toContain("It has no number at");
  });

  it("is the same each time, and says where lines are not marked", () => {
    const { durationMs: _, ...once } = graded(files.wrong);
    const { durationMs: __, ...twice } = graded(files.wrong);
    expect(once).toEqual(twice);
    expect(graded(files.unmarked).checks[0]?.finding?.message).toContain("write each between $$ and $$");
  });
});
