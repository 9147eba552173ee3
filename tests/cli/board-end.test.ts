import { expect, test } from "vitest";
import type { BoardRow } from "../../grader/cli/grade/board-row.ts";
import { renderBoard } from "../../grader/cli/grade/render-board.ts";
import { stepSummary } from "../../grader/verdict/ci/step-summary.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { failing, verdictOf } from "../verdict/findings.ts";

const row = (slug: string, verdict: Verdict, unit = 1): BoardRow => ({
  slug,
  title: "A title",
  unit,
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

test("the board offers the capstone of a unit once all of it is passed, where the course can run it", () => {
  const rows = ["ex09", "ex10", "ex11", "ex13"].map((id) => row(`${id}-a`, passed, 2));
  const offered = /\nReward {2}npm run capstone 2: your own functions at real work\n/;
  expect(renderBoard([...rows, row("ex14-a", stub, 3)], 7, {})).toMatch(offered);
  expect(renderBoard([...rows, row("ex12-a", stub, 2)], 7, {})).not.toContain("capstone");
  expect(renderBoard(rows.slice(1), 7, {})).not.toContain("capstone");
  for (const line of renderBoard(rows, 7, { columns: 40 }).split("\n"))
    expect(line.length).toBeLessThanOrEqual(40);
});
