import { describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import type { ClassResults } from "../../../grader/class/results.ts";
import { termOf } from "../../../grader/class/term/history/term.ts";
import { adviceOn } from "../../../grader/class/term/items/advice.ts";
import { discriminationOf } from "../../../grader/class/term/items/discrimination.ts";
import type { ItemCounts } from "../../../grader/class/term/items/item.ts";
import { itemsOf } from "../../../grader/class/term/items/items.ts";
import { madeResults, randomFrom } from "../outputs/made-results.ts";
import { cell, snapshot } from "./made-snapshot.ts";

const termFor = (results: ClassResults) => termOf(results, [], { zone: "UTC" });

describe("discrimination", () => {
  test("is the correlation of two lists, by hand: 1, 1, 0, 0 and 4, 3, 2, 1 is 2/√5", () => {
    const four = [4, 3, 2, 1].map((rest, i) => ({ passed: i < 2, rest }));
    expect(discriminationOf(four)!.r).toBeCloseTo(2 / Math.sqrt(5), 12);
    const turned = four.map(({ passed, rest }) => ({ passed: !passed, rest }));
    expect(discriminationOf(turned)!.r).toBeCloseTo(-2 / Math.sqrt(5), 12);
  });

  test("has an interval that holds 0 in about 99 of 100 draws in which nothing is to be found (seed 3)", () => {
    const random = randomFrom(3);
    let holds = 0;
    for (let i = 0; i < 500; i++) {
      const drawn = Array.from({ length: 30 }, () => ({ passed: random() < 0.6, rest: random() }));
      const { low, high } = discriminationOf(drawn)!;
      if (low <= 0 && high >= 0) holds++;
    }
    // 495 are expected, with a standard deviation of 2.2.
    expect(holds).toBeGreaterThan(485);
    expect(holds).toBeLessThan(500);
  });

  test("is none where everybody passes, or everybody has the same points elsewhere", () => {
    expect(discriminationOf([1, 2, 3, 4].map((rest) => ({ passed: true, rest })))).toBe(undefined);
    expect(discriminationOf([1, 1, 1, 1].map((rest, i) => ({ passed: i > 1, rest })))).toBe(undefined);
  });
});

describe("what to do with a check", () => {
  const item = (more: Partial<ItemCounts>): ItemCounts => ({
    ...{ slug: "ex01-task-1", function: "f", kind: "value", title: "", maxPoints: 5, mistakes: [] },
    ...{ begun: 100, reached: 100, passed: 60, tries: [50, 10, 0] },
    ...more,
  });
  const kindOf = (more: Partial<ItemCounts>) => adviceOn(item(more)).kind;
  const at = (r: number, low: number, high: number) => ({ discrimination: { r, low, high } });

  test.each([
    ["few", { reached: 5, passed: 3 }],
    ["unreached", { reached: 0, passed: 0 }],
    ["easy", { passed: 97 }],
    ["hard", { passed: 3 }],
    ["reversed", at(-0.4, -0.6, -0.2)],
    ["flat", at(0.02, -0.2, 0.2)],
    ["unsure", at(0.2, -0.1, 0.5)],
    ["good", at(0.5, 0.3, 0.7)],
    ["unsure", {}],
  ] as const)("is told as %s of %j", (kind, more) => expect(kindOf(more)).toBe(kind));

  test("says where most need a further try", () => {
    expect(adviceOn(item({ ...at(0.5, 0.3, 0.7), tries: [10, 30, 20] })).says).toContain(
      "after a further try",
    );
    expect(adviceOn(item(at(0.5, 0.3, 0.7))).says).not.toContain("further try");
  });
});

describe("checks as items", () => {
  const results = madeResults({ seed: 8, students: 200, exercises: 3 });
  const items = itemsOf(results, termFor(results));

  test("are reached by those whose function did not fall short before (seed 8)", () => {
    for (const { begun, reached, passed, tries } of items) {
      expect(reached).toBeLessThanOrEqual(begun);
      expect(passed).toBeLessThanOrEqual(reached);
      expect(tries[0] + tries[1] + tries[2]).toBe(passed);
    }
    const [contract, value, edge] = items;
    expect([contract!.kind, contract!.reached]).toEqual(["contract", contract!.begun]);
    expect(edge!.reached).toBe(value!.passed);
  });

  test("tell good from weak students where students differ in how far they come", () => {
    const told = items.filter(({ kind, advice }) => kind === "value" && advice.kind === "good");
    expect(told.length).toBeGreaterThanOrEqual(4);
  });

  test("count what a group handed in once", () => {
    const [first] = results.students;
    const twice = {
      ...results,
      students: [first!, { ...first!, identifier: "b", group: "g" }, ...results.students.slice(1)],
    };
    expect(itemsOf(twice, termFor(twice)).map(({ begun }) => begun)).toEqual(items.map(({ begun }) => begun));
  });

  test("of five students have no discrimination, and the report says why", () => {
    const five = madeResults({ seed: 8, students: 5, exercises: 3 });
    for (const { discrimination } of itemsOf(five, termFor(five))) expect(discrimination).toBe(undefined);
    const page = outputFiles(five, { term: termFor(five) }).get("report.html");
    expect(page).toContain("5 submissions: discrimination of fewer than 10 is noise");
  });

  test("know at which try they passed, by attempts and by earlier executions", () => {
    const one = {
      ...results,
      students: results.students.filter(({ exercises: [e] }) => e!.verdict?.status === "pass").slice(0, 1),
    };
    const [student] = one.students;
    const checks = student!.exercises[0]!.verdict!.checks.map(({ id }) => id);
    const signs = checks.map((_, i) => (i === 1 ? "f" : "p")).join("");
    const [before] = [
      snapshot(
        "2026-11-01T10:00:00.000Z",
        { [student!.folder]: cell({ signs, file: "other" }) },
        {
          exercises: [{ slug: results.exercises[0]!.slug, maxScore: 20, checks }],
        },
      ),
    ];
    const tries = (of: ClassResults, term: ReturnType<typeof termFor>) =>
      itemsOf(of, term)
        .slice(0, 2)
        .map((item) => item.tries);
    expect(tries(one, termOf(one, [before], { zone: "UTC" }))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    const attempted = { ...student!.exercises[0]!, tries: [signs, signs, "p".repeat(checks.length)] };
    const three = {
      ...one,
      students: [{ ...student!, exercises: [attempted, ...student!.exercises.slice(1)] }],
    };
    expect(tries(three, termFor(three))).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });
});
