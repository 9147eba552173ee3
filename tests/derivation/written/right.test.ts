/** Right derivations are taken to their last line, however they are written. */
import { expect, it } from "vitest";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import { derivation, typed } from "./course.ts";
import { rightDerivations } from "./right-derivations.ts";

const all = Object.entries(rightDerivations).flatMap(([slug, ways]) =>
  ways.map((lines, k) => [`${slug}, way ${k + 1}`, slug, lines] as const),
);

it.each(all)("%s", async (_, slug, lines) => {
  const { given } = await derivation(slug);
  const report = judgeLines(given, typed(lines), 1);
  const short = report.lines.filter(({ status }) => !inOrder.includes(status));
  expect(short.map(({ text, status, says }) => `${status}: ${text}: ${says}`)).toEqual([]);
  expect([report.end.says, report.way.says, report.isDone]).toEqual([
    expect.anything(),
    expect.anything(),
    true,
  ]);
});
