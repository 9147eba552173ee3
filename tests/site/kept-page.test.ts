import { describe, expect, it } from "vitest";
import { keptPage, stateOf } from "../../site/generator/kept-page.ts";
import { loadCourse } from "../../site/generator/load-course.ts";
import type { Problem } from "../../site/generator/problem.ts";
import { root } from "../cli/run.ts";

describe("a page", () => {
  it("is set again where something has changed that it is made of, and only there", () => {
    let made = 0;
    const set = (text: string): string =>
      keptPage("kept-once.html", ["shared", text], [], () => `${text} ${++made}`);
    expect([set("a"), set("a"), set("b"), set("b"), set("a")]).toEqual(["a 1", "a 1", "b 2", "b 2", "a 3"]);
  });

  it("is set again where a text goes over from one of its sources to another", () => {
    let made = 0;
    const set = (...of: string[]): string => keptPage("kept-parts.html", of, [], () => `${++made}`);
    expect([set("ab", "c"), set("a", "bc")]).toEqual(["1", "2"]);
  });

  it("says what is wrong with it each time", () => {
    const wrong: Problem = { file: "site/derivations/a.md", where: "x", what: "no such symbol" };
    const seen = (): Problem[] => {
      const problems: Problem[] = [];
      keptPage("kept-wrong.html", ["a"], problems, (found) => {
        found.push(wrong);
        return "";
      });
      return problems;
    };
    expect([seen(), seen()]).toEqual([[wrong], [wrong]]);
  });
});

describe("the state of a course", () => {
  it("stays as long as nothing of it changes, and changes with each task, stub and built exercise", async () => {
    const course = await loadCourse(root);
    const state = stateOf(course);
    expect(stateOf(await loadCourse(root))).toBe(state);
    const [first, ...others] = course.exercises;
    for (const changed of [{ readme: "other" }, { stub: "other" }, { functions: { ...first!.functions } }])
      expect(stateOf({ ...course, exercises: [{ ...first!, ...changed }, ...others] })).not.toBe(state);
    const [line, ...lines] = course.written;
    expect(stateOf({ ...course, written: [{ ...line!, stub: "other" }, ...lines] })).not.toBe(state);
  });
});
