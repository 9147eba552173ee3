/** The neighbours of all exercises: made of the answers as they are, woven without a change, and worded for students. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { slugOf as authorsSlug, pathsOf, type Slug } from "../../../grader/author/course.ts";
import { ProgramBox } from "../../../grader/author/mutants/program-box.ts";
import type { NeighboursFile } from "../../../grader/author/neighbours/neighbours-file.ts";
import { NeighbourProgram } from "../../../grader/judge/causes/neighbour-program.ts";
import { grade } from "../../../grader/judge/grade.ts";
import { courseExercise, file, slugs } from "../../judge/course.ts";
import { loadedFrom, storedOf } from "../../judge/neighbouring.ts";

const root = join(import.meta.dirname, "../../..");

describe.each(slugs)("the neighbours of %s", (slug) => {
  const { neighbours: path } = pathsOf(authorsSlug(slug) as Slug);

  it(`are made of the answers as they are; else \`npm run mutants ${slug.slice(0, 4)}\` makes them`, async () => {
    expect(existsSync(join(root, path)), `${path} is missing`).toBe(true);
    expect(await storedOf(slug), `${path} is of another answer`).toBeDefined();
  });

  it("are woven so that without an edit the answer stays right", async () => {
    const exercise = await courseExercise(slug);
    const stored = await storedOf(slug);
    const program = new NeighbourProgram(loadedFrom(stored as NonNullable<typeof stored>), 1_000_000);
    const { status, error } = await grade(exercise, file, new ProgramBox(exercise, program, 0), { seed: 3 });
    expect([status, error]).toEqual(["pass", undefined]);
  });

  it("are told in sentences that show no code", async () => {
    const stored = await storedOf(slug);
    const said = Object.values(stored?.neighbours ?? {}).flat();
    expect(said.length).toBeGreaterThan(0);
    for (const [, id, says] of said) {
      expect(id).toMatch(/^[a-z0-9]+(-[A-Za-z0-9]+)*$/);
      expect(says).toMatch(
        /^(Your answer comes out|One slip in the right answer gives your numbers,) as if [^?]+\.( [A-Z][^?]+\?)?( Other slips give the same numbers\.)?$/,
      );
      expect(says).not.toMatch(/=>|;|!\[|undefined|const |return /);
    }
  });

  it("have nouns for what is in the right answers that are edited", async () => {
    const { nouns = {} } = await courseExercise(slug);
    const { forms } = JSON.parse(readFileSync(join(root, path), "utf8")) as Pick<NeighboursFile, "forms">;
    const text = forms.map(({ file }) => readFileSync(join(root, file), "utf8")).join("\n");
    for (const name of Object.keys(nouns))
      expect(text, `${slug}: nouns.${name}`).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
