/** No model answer falls short in depth, and no law or reference of the course fails there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { deepRound } from "../../grader/deep/deep-round.ts";
import { BATCH } from "../../grader/deep/search.ts";
import { grade } from "../../grader/judge/grade.ts";
import { isLong } from "../is-long.ts";
import { courseExercise, slugs } from "../judge/course.ts";
import { shareOf } from "../share.ts";

const box = createNodeBox();
afterAll(() => box.close());
const root = join(import.meta.dirname, "../..");
/** `check` goes as deep at seed 1. */
const SEEDS = isLong ? [2, 3, 4, 5] : [2];
const DEPTH = { values: BATCH, laws: BATCH, ms: 120_000 };

describe("the solution", () => {
  it.each(shareOf(slugs, 4))(
    `of %s passes in depth at seeds ${SEEDS.join(", ")}`,
    { timeout: 180_000 },
    async (slug) => {
      const exercise = await courseExercise(slug);
      const source = readFileSync(join(root, "solutions", `${slug}.ts`), "utf8");
      const submission = { file: "answer.ts", source, sha256: "" };
      for (const seed of SEEDS) {
        const verdict = await grade(exercise, submission, box, { seed });
        const { round, doubts } = await deepRound({
          exercise,
          submission,
          box,
          verdict,
          replay: "",
          depth: DEPTH,
        });
        expect({ seed, findings: round.findings, doubts, left: round.left }).toEqual({
          seed,
          findings: [],
          doubts: [],
          left: [],
        });
        // What is drawn can be judged, or the search is none.
        expect(round.inputs, `seed ${seed}`).toBeGreaterThan(0.2 * BATCH);
      }
    },
  );
});
