/** The ways through the course, and what exercises say that they build on. */
import { describe, expect, it } from "vitest";
import { alongWay, WAYS } from "../../grader/course/ways.ts";
import { courseExercise, slugs } from "../judge/course.ts";

const stops = await Promise.all(
  slugs.map(async (slug) => {
    const { unit, requires, minutes } = await courseExercise(slug);
    return { id: slug.slice(0, 4), unit, requires, minutes };
  }),
);
const idsOf = (name: string): string[] => {
  const way = WAYS.find((one) => one.name === name);
  if (way === undefined) throw new Error(`no way ${name}`);
  return alongWay(way, stops).map(({ id }) => id);
};

describe("what an exercise builds on", () => {
  it.each(stops.map((stop) => [stop.id, stop] as const))(
    "%s: exercises that come before it",
    (id, { requires }) => {
      const before = stops
        .slice(
          0,
          stops.findIndex((stop) => stop.id === id),
        )
        .map((stop) => stop.id);
      expect(requires.filter((one) => !before.includes(one))).toEqual([]);
      expect(new Set(requires).size).toBe(requires.length);
    },
  );
});

describe("a way through the course", () => {
  it.each(WAYS.map(({ name }) => [name]))(
    "%s holds all that its exercises build on, in order, each once",
    (name) => {
      const ids = idsOf(name);
      expect(ids).toEqual([...new Set(ids)].sort());
      for (const { id, requires } of stops)
        if (ids.includes(id))
          expect(
            requires.filter((one) => !ids.includes(one)),
            id,
          ).toEqual([]);
    },
  );

  it("is one of three: everything, networks without what they do not need, and a weekend of at most twelve hours", () => {
    expect(WAYS.map(({ name }) => name)).toEqual(["all", "networks", "weekend"]);
    expect(idsOf("all")).toEqual(stops.map(({ id }) => id));
    expect(idsOf("networks")).toEqual(
      expect.arrayContaining(stops.filter(({ unit }) => unit >= 6).map(({ id }) => id)),
    );
    expect(idsOf("networks")).not.toContain("ex21");
    const weekend = idsOf("weekend");
    expect(weekend).toEqual(expect.arrayContaining(["ex10", "ex46", "ex48"]));
    const minutes = stops
      .filter(({ id }) => weekend.includes(id))
      .reduce((sum, stop) => sum + stop.minutes, 0);
    expect(minutes).toBeLessThanOrEqual(12 * 60);
  });
});
