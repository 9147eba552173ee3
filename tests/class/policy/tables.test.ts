import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { instantOf } from "../../../grader/class/policy/instant.ts";
import {
  decisionIn,
  readExtensions,
  readOverrides,
  readTimes,
  timeIn,
} from "../../../grader/class/policy/tables.ts";
import { temporary } from "../report.ts";

const place = temporary("tables");
afterAll(() => place.remove());

const slug = "ex10-mse-gradients";
const at = (text: string): number => instantOf(text, "here");
const iso = (moment: number): string => new Date(moment).toISOString();

const first = { name: "", number: 1 };

describe("tables beside the policy", () => {
  const found: Readonly<Record<string, readonly (readonly string[])[]>> = {
    ada: [["hw-ada"]],
    bob: [["hw-bob"]],
    both: [["hw-ada"], ["hw-bob"]],
    "team-a": [["team/1", "team/2"]],
  };
  const find = (text: string): readonly (readonly string[])[] => found[text] ?? [];
  const table = (text: string): string => {
    const file = join(place.path, "table.csv");
    writeFileSync(file, text);
    return file;
  };

  test("give times by student, exercise and attempt, the most special of which counts", () => {
    const times = readTimes(
      table(
        "\uFEFFgithub;exercise;attempt;time\r\nada;;;2026-10-01T12:00:00Z\r\nada;ex10;;2026-10-02T12:00:00Z\r\n" +
          "ada;10;2;2026-10-03T12:00:00Z\r\nnobody;;;2026-10-03T12:00:00Z\r\nbob;;;\r\n",
      ),
      find,
    );
    expect(iso(timeIn(times, "hw-ada", first, "ex09-mse")!)).toMatch(/^2026-10-01/);
    expect(iso(timeIn(times, "hw-ada", first, slug)!)).toMatch(/^2026-10-02/);
    expect(iso(timeIn(times, "hw-ada", { name: "try-2", number: 2 }, slug)!)).toMatch(/^2026-10-03/);
    expect(timeIn(times, "hw-bob", first, slug)).toBeUndefined();
  });

  test("read the scores that Classroom 50 writes as times", () => {
    const times = readTimes(
      table("username,first_name,score,max_score,datetime\nada,Ada,20,20,2026-10-01T12:00:00Z\n"),
      find,
    );
    expect(timeIn(times, "hw-ada", first, slug)).toBe(at("2026-10-01T12:00:00Z"));
  });

  test("give extensions and overrides", () => {
    const extensions = readExtensions(
      table("student,exercise,days,until\nada,*,2,\nbob,ex10,,2026-10-09T00:00:00Z\n"),
      find,
    );
    expect(extensions.get("hw-ada")?.get("*")).toEqual({ days: 2 });
    expect(extensions.get("hw-bob")?.get(slug)).toEqual({ until: at("2026-10-09T00:00:00Z") });
    const overrides = readOverrides(
      table('student,exercise,score,reason\nada,ex10,7,"shown at the board, with a smile"\n'),
      find,
      new Map([[slug, 20]]),
    );
    expect(overrides.get("hw-ada")?.get(slug)).toEqual({
      score: 7,
      reason: "shown at the board, with a smile",
    });
  });

  test("that say two things of one student are refused, whichever comes last", () => {
    const times = ["2026-10-01T12:00:00Z", "2026-10-03T12:00:00Z"].map((time) => `ada,${time}\n`);
    for (const rows of [times, times.toReversed()])
      expect(() => readTimes(table(`student,time\n${rows.join("")}`), find)).toThrow(
        /row 3: one time of submission for a student, .* got a second/,
      );
    expect(readTimes(table(`student,time\n${times[0]}${times[0]}`), find).size).toBe(1);
    expect(() => readExtensions(table("student,exercise,days\nada,ex10,1\nada,ex10,3\n"), find)).toThrow(
      /row 3: one extension for a student and an exercise, got a second/,
    );
  });

  test("take half points, excuses, and a group for all who are in it", () => {
    const overrides = readOverrides(
      table(
        "student;exercise;score;reason\nada;ex10;12,5;oral\nbob;*;ex;ill\nteam-a;ex10;7.25;shown together\n",
      ),
      find,
      new Map([[slug, 20]]),
    );
    expect(decisionIn(overrides, "hw-ada", slug)).toEqual({ score: 12.5, reason: "oral" });
    expect(decisionIn(overrides, "hw-bob", slug)).toEqual({ excused: "ill" });
    for (const key of ["team/1", "team/2"])
      expect(decisionIn(overrides, key, slug)).toEqual({ score: 7.25, reason: "shown together" });
  });

  test.each([
    [
      "student,exercise,score,reason\ncarl,ex10,7,x\n",
      /row 2: the name of a student of this class .*, got nobody's: "carl"$/,
    ],
    ["student,exercise,score,reason\nboth,ex10,7,x\n", /one that several have/],
    ["student,exercise,score,reason\nada,ex10,21,x\n", /a score from 0 to 20/],
    ["student,exercise,score,reason\nada,ex10,7.125,x\n", /at most two decimals, or EX, got "7.125"/],
    ["student,exercise,score,reason\nada,ex10,20.5,x\n", /a score from 0 to 20/],
    ["student,exercise,score,reason\nada,ex10,-1,x\n", /a score from 0 to 20/],
    ["student,exercise,score,reason\nada,,EX,x\n", /an exercise of this report, got none/],
    [
      "student,exercise,score,reason\nada,ex10,7,x\ncarl,ex10,7,x\ndora,ex10,7,x\n",
      /row 3: the name .*, got nobody's: "carl"; row 4: nobody's: "dora"$/,
    ],
    ["student,exercise,score,reason\nada,,7,x\n", /an exercise of this report/],
    ["student,exercise,score,reason\nada,ex09,7,x\n", /an exercise of this report/],
    ["student,exercise,score,reason\nada,ex10,7,\n", /a reason/],
    ["student,exercise,score,reason\nada,ex10,7,x\nada,ex10,8,y\n", /one override/],
    ["exercise,score,reason\nex10,7,x\n", /a column that names the student/],
    ["student,student,score\nada,ada,7\n", /each column once/],
    ['student,exercise,score,reason\nada,ex10,7,"x\n', /a quoted field/],
    ["", /a header row/],
  ])("refuse %j", (text, message) => {
    expect(() => readOverrides(table(text), find, new Map([[slug, 20]]))).toThrow(message);
  });
});
