import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { absentStudent, type Grounds, studentResults } from "../../../grader/class/assemble.ts";
import { type PolicyText, policyOf, sentenceOf } from "../../../grader/class/policy/policy.ts";
import { readExtensions, readMoreLateDays } from "../../../grader/class/policy/tables.ts";
import type { StudentName } from "../../../grader/class/results.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { temporary } from "../report.ts";

const place = temporary("late days");
afterAll(() => place.remove());

const slugs = ["ex09-mse", "ex10-mse-gradients"];
const exercises = slugs.map((slug) => ({ slug, title: slug, maxScore: 20, derivation: "" }));
const due = { ex09: "2026-11-01T12:00:00Z", ex10: "2026-11-08T12:00:00Z" };
const ada: StudentName = { folder: "ada" };

/** What somebody gets whose file for each exercise came so many days late and is worth so many points. */
function got(
  policy: PolicyText,
  days: readonly number[],
  more: { points?: readonly number[]; names?: readonly StudentName[]; grounds?: Partial<Grounds> } = {},
) {
  const { points = [20, 20], names = [ada], grounds = {} } = more;
  const text = { due, ...policy };
  const times = new Map(
    slugs.map((slug, e) => [`*/${slug}`, Date.parse(Object.values(due)[e]!) + 86_400_000 * days[e]!]),
  );
  const files = new Map(slugs.map((slug, e) => [slug, { key: String(points[e]), sha256: "" }]));
  const record = { folder: "ada", remarks: [], attempts: [{ name: "", number: 1, files }] };
  const given: Grounds = {
    ...{ exercises, policy: policyOf(text, slugs), extensions: new Map(), overrides: new Map() },
    times: new Map(names.map((name) => [name.identifier ? `team/${name.identifier}` : "ada", times])),
    verdictOf: ({ key }) => verdict(Number(key)),
    ...grounds,
  };
  return studentResults(names, record, given);
}

const verdict = (score: number): Verdict =>
  ({ score, maxScore: 20, status: score === 20 ? "pass" : "fail", checks: [] }) as unknown as Verdict;

const short = (policy: PolicyText, days: readonly number[], more?: Parameters<typeof got>[2]) =>
  got(policy, days, more).map(({ exercises: own, lateDays }) => [
    ...own.map(({ score, lateness }) => `${score} (${lateness?.lateDays ?? 0})`),
    `${lateDays!.of - lateDays!.used} of ${lateDays!.of}`,
  ])[0];

describe("late days", () => {
  test.each([
    [
      "are spent in the order of due dates, and the rest costs as ever",
      { lateDays: 3 },
      [2, 3],
      ["20 (2)", "16 (1)", "0 of 3"],
    ],
    ["are left where nobody is late", { lateDays: 3 }, [0, -1], ["20 (0)", "20 (0)", "3 of 3"]],
    [
      "are no more for an exercise than the policy allows",
      { lateDays: 5, lateDaysEach: 1 },
      [2, 2],
      ["18 (1)", "18 (1)", "3 of 5"],
    ],
    [
      "are not spent where they save nothing, beyond a cap",
      { lateDays: 1, cap: "20%" },
      [5, 0],
      ["16 (0)", "20 (0)", "1 of 1"],
    ],
    [
      "buy what comes after the last day that counts",
      { perDay: 0, noneAfterDays: 0, lateDays: 3 },
      [2, 1],
      ["20 (2)", "20 (1)", "0 of 3"],
    ],
    [
      "are kept where it is too late even so",
      { noneAfterDays: 1, lateDays: 2 },
      [4, 2],
      ["0 (0)", "20 (2)", "0 of 2"],
    ],
  ] as const)("%s", (_, policy, days, expected) =>
    expect(short({ perDay: "10%", ...policy }, days)).toEqual(expected),
  );

  test("are not spent on work that earns nothing", () =>
    expect(short({ perDay: "10%", lateDays: 2 }, [2, 2], { points: [0, 20] })).toEqual([
      "0 (0)",
      "20 (2)",
      "0 of 2",
    ]));

  test("say on what they went, and what they saved", () => {
    const [first] = got({ perDay: "10%", lateDays: 1 }, [2, 0])[0]!.exercises;
    expect(first!.lateness).toEqual({
      ...{ daysLate: 2, deduction: 2, lateDays: 1, saved: 2 },
      reason: "1 of 2 days paid with late days; for the rest 10 % a day, 1 day late",
    });
  });

  test("move the due date by the calendar where the clocks change", () => {
    const policy = { due: "2026-10-24T18:00:00", timeZone: "Europe/Berlin", perDay: "50%", lateDays: 1 };
    const at = (time: string) => ({ times: new Map([["ada", new Map([["*/*", Date.parse(time)]])]]) });
    const score = (time: string) => got(policy, [0, 0], { grounds: at(time) })[0]!.exercises[0]!.score;
    expect(score("2026-10-25T18:00:00+01:00")).toBe(20);
    expect(score("2026-10-25T18:00:01+01:00")).toBe(10);
  });

  test("make a late attempt the best", () => {
    const files = (key: string) => new Map([[slugs[0]!, { key, sha256: "" }]]);
    const attempts = [
      { name: "attempt-1", number: 1, files: files("12") },
      { name: "attempt-2", number: 2, files: files("20") },
    ];
    const late = Date.parse(due.ex09) + 1000;
    const given: Grounds = {
      ...{
        exercises,
        extensions: new Map(),
        overrides: new Map(),
        verdictOf: ({ key }) => verdict(Number(key)),
      },
      policy: policyOf({ due, perDay: "50%", attempts: "best", lateDays: 1 }, slugs),
      times: new Map([
        [
          "ada",
          new Map([
            ["1/*", late - 5000],
            ["2/*", late],
          ]),
        ],
      ]),
    };
    const [result] = studentResults([ada], { folder: "ada", remarks: [], attempts }, given);
    expect(result!.exercises[0]).toMatchObject({
      score: 20,
      attempt: { name: "attempt-2" },
      tries: ["", ""],
    });
    expect(result!.lateDays).toMatchObject({ of: 1, used: 1 });
  });
});

describe("late days of a group", () => {
  const names = ["s1", "s2"].map((identifier) => ({ folder: "team", group: "team", identifier }));
  const extended: Partial<Grounds> = { extensions: new Map([["team/s2", new Map([["*", { days: 2 }]])]]) };
  const all = (policy: PolicyText, grounds: Partial<Grounds>) =>
    got({ perDay: "10%", ...policy }, [2, 2], { names, grounds }).map(({ score, lateDays }) => [
      score,
      lateDays,
    ]);

  test("are each member's own, unless the policy says otherwise", () =>
    expect(all({ lateDays: 3 }, extended)).toEqual([
      [38, { of: 3, used: 3, per: "person" }],
      [40, { of: 3, used: 0, per: "person" }],
    ]));

  test("are one budget for all who hand in together", () =>
    expect(all({ lateDays: 3, lateDaysPer: "group" }, extended)).toEqual([
      [38, { of: 3, used: 3, per: "group" }],
      [40, { of: 3, used: 3, per: "group" }],
    ]));

  test("may be more by the table of extensions", () => {
    const grounds = { moreLateDays: new Map([["team/s1", 1]]) };
    expect(all({ lateDays: 3 }, grounds).map(([score]) => score)).toEqual([40, 38]);
    expect(all({ lateDays: 3, lateDaysPer: "group" }, grounds).map(([score]) => score)).toEqual([40, 40]);
  });
});

describe("what is said of late days", () => {
  const table = (text: string): string => {
    const path = join(place.path, "extensions.csv");
    writeFileSync(path, text);
    return path;
  };
  const find = (text: string) => (text === "ada" ? [["ada"]] : []);

  test("stands in the table of extensions, beside until and days", () => {
    const path = table("student,exercise,days,late_days\nada,ex09,2,\nada,*,,3\nada,,,1\n");
    expect(readMoreLateDays(path, find)).toEqual(new Map([["ada", 4]]));
    expect(readExtensions(path, find).get("ada")).toEqual(new Map([["ex09-mse", { days: 2 }]]));
  });

  test.each([
    ["student,exercise,late_days\nada,ex09,2\n", "row 2: late_days with * as the exercise"],
    ["student,late_days\nada,two\n", "row 2: late_days as a whole number"],
  ])("is refused where it cannot be meant: %j", (text, says) =>
    expect(() => readMoreLateDays(table(text), find)).toThrow(says),
  );

  test.each([
    [{ due, lateDays: 3 }, "lateDays: perDay or noneAfterDays expected"],
    [{ due, perDay: 1, lateDays: "many" }, "lateDays: a whole number"],
    [{ due, perDay: 1, lateDays: 500 }, "lateDays: a whole number up to 100"],
    [{ due, perDay: 1, lateDaysEach: 2 }, "lateDays: how many there are expected"],
    [{ due, perDay: 1, lateDays: 2, lateDaysPer: "team" }, "lateDaysPer: person or group"],
    [{ perDay: 1, lateDays: 2 }, "due: a due date expected"],
  ] as const)("is refused: %j", (policy, says) => expect(() => policyOf(policy, slugs)).toThrow(says));

  test("is in the policy's sentence, and in what an absent student has", () => {
    const text = { due, perDay: 1, lateDays: 4, lateDaysEach: 2 };
    expect(sentenceOf(policyOf(text, slugs), text)).toContain(
      "4 late days for each student, at most 2 for an exercise",
    );
    const given = { exercises, policy: policyOf(text, slugs), times: new Map(), extensions: new Map() };
    const absent = absentStudent(
      { name: ada, absence: "missing", problem: "no folder" },
      { ...given, overrides: new Map(), verdictOf: () => "none" },
    );
    expect(absent.lateDays).toEqual({ of: 4, used: 0, per: "person" });
  });
});
