/** What `check` sees by reading, for every exercise: cheap, where judging all of them in one run would be dear. */
import { describe, expect, it } from "vitest";
import { wronglyWritten } from "../../grader/author/check/check-exercise.ts";
import { slugOf, slugsIn } from "../../grader/author/course.ts";
import { courseExercise } from "../judge/course.ts";
import { root } from "./courses.ts";

describe("an exercise is written as it should be:", () => {
  it.each(slugsIn(root))("%s", async (name) => {
    expect(wronglyWritten(root, slugOf(name)!, await courseExercise(name))).toEqual([]);
  });
});
