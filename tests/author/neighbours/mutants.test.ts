/** Edits of a model answer that are graded like submissions. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Slug } from "../../../grader/author/course.ts";
import { mutantsOf } from "../../../grader/author/mutants/mutants-of.ts";
import { countOf, mutantsText } from "../../../grader/author/mutants/table.ts";
import { courseExercise } from "../../judge/course.ts";

describe("mutants", async () => {
  const root = mkdtempSync(join(tmpdir(), "mutants-"));
  afterAll(() => rmSync(root, { recursive: true }));
  const slug: Slug = { slug: "ex01-elementary-functions", id: "ex01", name: "elementary-functions" };
  const exercise = await courseExercise(slug.slug);
  const { writeWhole } = await import("../../../grader/author/write-whole.ts");
  const answer = readFileSync(join(import.meta.dirname, "../../../solutions", `${slug.slug}.ts`), "utf8");
  writeWhole(join(root, "solutions", `${slug.slug}.ts`), answer);
  const kept = join(root, "kept.jsonl");

  it("are all refused, or the same as the right answer", async () => {
    const { mutants } = await mutantsOf(root, slug, exercise, kept, "1", 1000);
    const { made, equivalent, rejected, named, passed } = countOf(mutants);
    expect(made).toBeGreaterThan(30);
    expect(passed).toBe(0);
    expect(equivalent.exact + equivalent.rounded + rejected).toBe(made);
    expect(named / rejected).toBeGreaterThan(0.95);
  });

  it("go on where a run was ended, and begin anew with another program", async () => {
    const [key, first, second] = readFileSync(kept, "utf8").split("\n");
    const known = JSON.stringify([0, { fate: "survivor" }]);
    writeFileSync(kept, `${key}\n${known}\n${second}\n${first?.slice(0, 9)}`);
    const again = await mutantsOf(root, slug, exercise, kept, "1", 1000);
    expect(again.mutants[0]?.judged.fate).toBe("survivor");
    expect(mutantsText([again])).toMatch(/passes: an edge case where it is wrong mends that/);
    const anew = await mutantsOf(root, slug, exercise, kept, "2", 5);
    expect(anew.mutants[0]?.judged.fate).not.toBe("survivor");
  });
});
