/** Right derivations are taken to their last line, however they are written. */
import { it } from "vitest";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { derivation, typed } from "./course.ts";
import { expectRight } from "./expect-right.ts";
import { rightDerivations } from "./right-derivations.ts";

const all = Object.entries(rightDerivations).flatMap(([slug, ways]) =>
  ways.map((lines, k) => [`${slug}, way ${k + 1}`, slug, lines] as const),
);

it.each(all)("%s", async (_, slug, lines) => {
  const { given } = await derivation(slug);
  const report = judgeLines(given, typed(lines), 1);
  expectRight(report);
});
