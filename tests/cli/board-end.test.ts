import { expect, test } from "vitest";
import type { BoardRow } from "../../grader/cli/grade/board.ts";
import { renderBoard } from "../../grader/cli/grade/render-board.ts";
import { stepSummary } from "../../grader/verdict/ci/step-summary.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { failing, verdictOf } from "../verdict/findings.ts";

const row = (slug: string, verdict: Verdict): BoardRow => ({
  slug,
  title: "A title",
  unit: 1,
  unitTitle: "A unit",
  requires: [],
  points: verdict.maxScore,
  verdict,
});
const passed = verdictOf([], { status: "pass", score: 10, maxScore: 10 });
const stub = verdictOf(
  [
    failing("f", {
      code: "not-implemented",
      title: "NOT IMPLEMENTED",
      message: "f is still the stub.",
      replay: "",
    }),
  ],
  { status: "fail", score: 0, maxScore: 10 },
);

test("where everything is passed the board ends with an end, in 80 columns and in 40", () => {
  const rows = [row("ex02-a", passed), row("ex04-b", passed)];
  for (const columns of [80, 40]) {
    const page = renderBoard(rows, 7, { columns });
    expect(page.replaceAll(/\s+/g, " ")).toMatch(
      / Done all 2 exercises are passed\. npm run train -- circles trains a network by these gradients\. $/,
    );
    expect(page).not.toContain("Next");
    for (const line of page.split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  }
  expect(renderBoard([...rows, row("ex09-c", stub)], 7, {})).toMatch(/\nNext {4}npm run grade ex09\n$/);
});

test("a stub has the same word on the board and in the log", () => {
  expect(renderBoard([row("ex02-a", stub)], 7, {})).toMatch(/ not started +0 of 10\n/);
  expect(stepSummary([stub])).toMatch(/\| not started \| 0 of 10 \|/);
});
