/** Wrong answers of ten kinds, graded: the first screen of the log says at which call, yours, expected, why, and where to read. */
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { grade } from "../../grader/judge/grade.ts";
import { findingsOf, renderTerminal } from "../../grader/verdict/render-terminal.ts";
import { attacks } from "../box/fixtures.ts";
import { cases, ofOthers, sharedIsHere } from "../corpus/submissions.ts";
import { courseExercise } from "../judge/course.ts";

const [ROWS, COLUMNS] = [24, 80];
const box = createNodeBox({ spare: true });
afterAll(() => box.close());

const all = [...ofOthers("fail"), ...cases()];

/** What a reader sees first, as one line of words. */
async function seen(exercise: string, source: string) {
  const submission = { source, file: "answer.ts", sha256: "0".repeat(64) };
  const verdict = await grade(await courseExercise(exercise), submission, box, { seed: 1 });
  const lines = renderTerminal(verdict, { columns: COLUMNS }).split("\n").slice(0, ROWS);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(COLUMNS);
  const found = findingsOf(verdict)[0]?.finding;
  return { text: lines.join(" ").replaceAll(/\s+/g, " "), found };
}

async function expectTold(exercise: string, source: string): Promise<void> {
  const { text, found } = await seen(exercise, source);
  expect(text).toMatch(/ (At|In|In this program|In the program) /);
  if (found?.yours !== undefined) expect(text).toMatch(/ yours /);
  if (found?.expected !== undefined) expect(text).toMatch(/ expected /);
  expect(text).toContain(found?.message.replaceAll(/\s+/g, " "));
  expect(text).toMatch(/ Read site\/derivations\/[a-z-]+\.md/);
}

const named = (part: string) => all.find(({ id }) => id.includes(part));

describe("the first screen of a log, 80 × 24, holds call, yours, expected, cause and step", () => {
  it.each([
    "ex21: steps at a half",
    "ex33: eigenvalues too large by a millionth",
    "ex64: times 0 has slope 1",
    "ex66: scale passes back its adjoint as it is",
    "ex41-naive",
  ])("of %s", async (id) => {
    const { slug, source } = named(id) ?? { slug: "", source: "" };
    await expectTold(slug, source);
  });

  it
    .skipIf(!sharedIsHere)
    .each([
      "ex10-arguments-swapped",
      "ex10-single-precision-arrays",
      "ex14-brackets-left-out-of-sigmoid",
      "ex21-predicted-again-for-each-weight",
      "ex30-sums-share-one-row",
      "ex33-rows-sorted-for-columns.ts",
      "ex41-max-without-spread",
      "ex46-weights-transposed",
      "ex64-order-not-reversed.ts",
      "ex09-loop-one-too-far",
    ])(`of the authors' %s${sharedIsHere ? "" : " (skipped: ../shared is not here)"}`, async (id) => {
    const { slug, source } = named(id) ?? { slug: "", source: "" };
    await expectTold(slug, source);
  });

  it.skipIf(!sharedIsHere).each(["a37-infinity", "a39-string-number", "a41-array-of-one", "a43-valueof"])(
    `of the attack %s${sharedIsHere ? "" : " (skipped: ../shared is not here)"}`,
    async (id) => {
      const fixture = attacks().find(({ name }) => name === id);
      await expectTold("ex10-mse-gradients", fixture?.program.source ?? "");
    },
  );
});
