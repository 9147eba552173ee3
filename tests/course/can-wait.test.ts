import { describe, expect, it } from "vitest";
import { canWait, FOUR_HOURS, type Load } from "../../grader/course/can-wait.ts";
import { courseExercise, slugs } from "../judge/course.ts";

const course: readonly Load[] = await Promise.all(
  slugs.map(async (slug) => ({ ...(await courseExercise(slug)), id: slug.slice(0, 4) })),
);

describe("what can wait", () => {
  const waiting = canWait(course);
  const units = Array.from({ length: 12 }, (_, k) => k + 1);

  it("leaves one and a half to four hours of every unit", () => {
    const minutes = units.map((unit) =>
      course.reduce((sum, one) => sum + (one.unit === unit && !waiting.has(one.id) ? one.minutes : 0), 0),
    );
    expect(minutes.filter((sum) => sum < 90 || sum > FOUR_HOURS)).toEqual([]);
  });

  it("is nothing on which an exercise that stays builds", () => {
    const kept = course.filter(({ id }) => !waiting.has(id));
    expect(kept.flatMap(({ requires }) => requires).filter((id) => waiting.has(id))).toEqual([]);
  });

  it("is in units of more than four hours alone, and little", () => {
    expect([...waiting].sort()).toEqual(["ex27", "ex30", "ex47", "ex57", "ex68", "ex69"]);
  });

  it("is nothing where all builds on all, and found among forty that nothing builds on", () => {
    const chain = (needs: boolean): Load[] =>
      Array.from({ length: 40 }, (_, k) => ({
        id: `ex${k}`,
        unit: 1,
        minutes: 10 + k,
        requires: needs ? [`ex${(k + 1) % 40}`] : [],
      }));
    expect([...canWait(chain(true))]).toEqual([]);
    const free = canWait(chain(false));
    const left = chain(false).filter(({ id }) => !free.has(id));
    expect(left.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(FOUR_HOURS);
  });
});
