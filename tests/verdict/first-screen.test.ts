/** What has to be known first stands on the first screen: call, yours, expected, cause, step. */
import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../grader/verdict/render-terminal.ts";
import { check, failing, verdictOf, wrongGradient } from "./findings.ts";

const SCREEN = 24;

const row = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 0.5);
const matrix = (rows: number, columns: number): readonly (readonly number[])[] =>
  Array.from({ length: rows }, () => row(columns));

const large = {
  ...wrongGradient,
  line: 41,
  column: 9,
  lineText:
    "  const sums = new Array(n).fill(new Array(m).fill(0)); // and what else stands there on a long line",
  case: {
    call: "update(…)",
    inputs: { labels: row(6), X: matrix(12, 5), centroids: matrix(7, 5), W: matrix(5, 5) },
  },
  yours: matrix(7, 5),
  expected: matrix(7, 5).map((one, i) => (i === 3 ? one.map((x) => x + 1) : one)),
  at: "[3][0]",
  message:
    "fill puts one and the same list into every place: make a new one for each. So mended, it is right on all 200 inputs.",
};

const checks = ["update", "run", "score", "elbow"].flatMap((name) => [
  name === "update"
    ? failing(name, large)
    : failing(name, { ...large, message: `${name} calls update: mend that first.` }),
  check(name, "edge", { status: "skipped", points: 0 }),
  check(name, "law", { status: "skipped", points: 0 }),
]);
const verdict = verdictOf(checks);

/** Everything that a student needs of the first finding. */
const told = [
  /X = \[\[0\.5/,
  /yours +\[\[/,
  /expected +\[\[/,
  /at \[3\]\[0\] +0\.5, expected 1\.5/,
  /one and the same list/,
  /Read +\S+mse-line\.md, step 4/,
  /41 \|/,
];

describe("the first screen", () => {
  it("of a log has the whole first finding, and the rest below it", () => {
    const page = renderTerminal(verdict);
    const first = page.split("\n").slice(0, SCREEN).join("\n");
    for (const part of told) expect(first).toMatch(part);
    expect(page).toMatch(/elbow calls update/);
    expect(page.split("\n").length).toBeGreaterThan(2 * SCREEN);
  });

  it("of a log has it above the table, where a long table would push it down", () => {
    const functions = ["sigmoid", "sigmoidPrime", "sigmoidPrimeFromOutput"];
    const long = functions.flatMap((name) => [
      failing(name, { ...large, message: large.message }),
      ...(["edge", "law", "gradient"] as const).map((kind) =>
        check(name, kind, { status: "skipped", points: 0 }),
      ),
    ]);
    const page = renderTerminal(verdictOf(long), { columns: 60 });
    const first = page.split("\n").slice(0, SCREEN).join("\n");
    for (const part of [
      /X = \[\[0\.5/,
      /yours +\[\[/,
      /expected +\[\[/,
      /one and\s+the\s+same\s+list/,
      /Read +\S+/,
    ])
      expect(first).toMatch(part);
    expect(page).toMatch(/sigmoidPrimeFromOutput +0 of/);
  });

  it("of a terminal has it, and the score", () => {
    const page = renderTerminal(verdict, { rows: SCREEN });
    expect(page.split("\n").length).toBeLessThanOrEqual(SCREEN + 1);
    for (const part of [...told, /More findings: run, score, elbow\./, /Score/, /Next/])
      expect(page).toMatch(part);
  });

  it("of a large terminal has everything", () => {
    const page = renderTerminal(verdict, { rows: 1000 });
    expect(page).toMatch(/contract|value/);
    expect(page).not.toMatch(/More findings/);
  });

  it("shows only the field of a record that differs, and the beginning of a long program", () => {
    const call = Array.from({ length: 30 }, (_, i) => `const a${i} = new Value(${i});`).join("\n");
    const record = {
      ...large,
      case: { call, inputs: { program: 1 } },
      yours: { W: matrix(9, 9), b: row(3) },
      expected: { W: matrix(9, 9), b: [1, 2, 3] },
      at: ".b[0]",
    };
    const page = renderTerminal(verdictOf([failing("f", record)]), { rows: SCREEN });
    expect(page.split("\n").length).toBeLessThanOrEqual(SCREEN + 1);
    expect(page).toMatch(/yours +\{ b: \[0\.5, 1\.5, 2\.5\] \}\n +expected +\{ b: \[1, 2, 3\] \}/);
    expect(page).toMatch(/const a3 .*\n +…/);
  });
});
