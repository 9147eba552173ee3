import { afterAll, describe, expect, test } from "vitest";
import { lists } from "./list.ts";

const made = lists();
afterAll(() => made.remove());
const canvas = (assignments: string, points: string, ann: string, zeta: string): string =>
  `Student,ID,SIS User ID,SIS Login ID,Section,${assignments}\n    Points Possible,,,,,${points}\n` +
  `"Alpha, Ann",101,s001,s001,A,${ann}\n"Zeta, Bo",105,s002,s002,A,${zeta}\n`;
const two = canvas("Week 1 (9001),Week 2 (9002)", "40,40", "30,", "EX,EX");

describe("an assignment of Canvas", () => {
  test("that is called like the report keeps its number and who is excused", () => {
    for (const text of ["Week 2", "week-2", "Week 2 (9002)"]) {
      const list = made.of(two, { title: { text, isTyped: true } });
      expect(list.match?.assignments).toEqual({ total: "Week 2 (9002)", exercises: {} });
      expect([...list.excused.keys()]).toEqual(["s002"]);
      expect(list.excused.get("s002")!.get("ex09-mse")).toEqual({ excused: "EX in Week 2 (9002)" });
    }
  });

  test("of another name is left alone, and it is said how to name one", () => {
    const list = made.of(two, { title: { text: "Week 3", isTyped: true } });
    expect(list.match?.assignments).toBeUndefined();
    expect(list.excused.size).toBe(0);
    expect(list.match?.remarks?.[0]).toMatch(
      /no assignment is called "Week 3".*--title names one: "Week 1 \(9001\)"/,
    );
  });

  test("is taken where it is the only one, has the same points, and no title was typed", () => {
    const only = canvas("Week 2 (9002)", "40.00", "", "EX");
    const folder = { text: "submissions", isTyped: false };
    expect(made.of(only, { title: folder }).match?.assignments?.total).toBe("Week 2 (9002)");
    expect(made.of(only, { title: folder }).match?.remarks?.[0]).toMatch(
      /the total goes into "Week 2 \(9002\)"/,
    );
    for (const title of [
      { text: "submissions", isTyped: true },
      { text: "week-3", isTyped: false },
    ])
      expect(made.of(only, { title }).match?.assignments).toBeUndefined();
    expect(made.of(canvas("Quiz (9)", "10", "", ""), { title: folder }).match?.assignments).toBeUndefined();
  });

  test("may be one of an exercise", () => {
    const text = canvas("ex09 Mean squared error (7),EX10 (8),Sum (read only)", "20,20,", ",,", "EX,,");
    const list = made.of(text, { title: { text: "Week 2", isTyped: true } });
    expect(list.match?.assignments).toEqual({
      exercises: { "ex09-mse": "ex09 Mean squared error (7)", "ex10-mse-gradients": "EX10 (8)" },
    });
    expect([...list.excused.get("s002")!.keys()]).toEqual(["ex09-mse"]);
  });

  test("with other points than the report is said", () => {
    const list = made.of(canvas("Week 2 (9002)", "100", "", ""));
    expect(list.match?.remarks).toEqual([expect.stringMatching(/has 100 points, the report 40/)]);
  });
});
