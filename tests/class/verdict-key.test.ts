import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { courseDigests } from "../../grader/class/run/course-digest.ts";
import { keyOf, type Terms, usualLimits } from "../../grader/class/run/job.ts";

const root = resolve(import.meta.dirname, "../..");
const slug = "ex10-mse-gradients";

describe("the name of a verdict", () => {
  const terms: Terms = {
    course: { [slug]: "c" },
    seed: 7,
    points: {},
    limits: usualLimits,
    isolation: "strong",
    layers: ["a"],
  };
  test("changes with everything that the verdict depends on", () => {
    const keys = [
      keyOf(slug, "1", terms),
      keyOf(slug, "2", terms),
      keyOf("ex14-sigmoid", "1", terms),
      keyOf(slug, "1", { ...terms, seed: 8 }),
      keyOf(slug, "1", { ...terms, course: { [slug]: "d" } }),
      keyOf(slug, "1", { ...terms, limits: { ...usualLimits, callMs: 1 } }),
      keyOf(slug, "1", { ...terms, isolation: "standard" }),
      keyOf(slug, "1", { ...terms, layers: [] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf(slug, "1", { ...terms, course: { [slug]: "c", other: "x" } })).toBe(keys[0]);
  });

  test("is of one exercise: a change of another leaves its digest alone", () => {
    const dist = join(root, "dist");
    const both = courseDigests(dist, [slug, "ex14-sigmoid"]);
    expect(both[slug]).toBe(courseDigests(dist, [slug])[slug]);
    expect(both[slug]).not.toBe(both["ex14-sigmoid"]);
  });
});
