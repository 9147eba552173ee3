import { expect, it } from "vitest";
import { pointsOf } from "../../grader/judge/points.ts";
import { courseExercise, slugs } from "../judge/course.ts";

it("gives every exercise at least half a point, and at most one, for each minute that it is thought to take", async () => {
  const shares = await Promise.all(
    slugs.map(async (slug) => {
      const exercise = await courseExercise(slug);
      return { slug, points: pointsOf(exercise), minutes: exercise.minutes };
    }),
  );
  expect(shares).toHaveLength(73);
  expect(shares.filter(({ points, minutes }) => points < minutes / 2 || points > minutes)).toEqual([]);
});
